import type postgres from 'postgres';
import type { Log } from '@/lib/log';
import { BUILT_IN_MODEL } from '@/lib/search/built-in-model';
import type { Embedder } from '@/src/search';
import { listenForChanges } from '../../change-listener';
import { withJobLock } from '../../job-lock';
import { embedInTurn } from '../embed-in-turn';
import { missingVectors } from '../missing-vectors';
import { BUILT_IN_SOURCE } from '../vector-source';
import { fillVectors, indexVectors } from './fill';
import { makeVectorTable, type VectorChoice } from './objects';

const LOOK_MS = 15_000;
const BUILT_IN: VectorChoice = { model: BUILT_IN_MODEL, dimensions: BUILT_IN_SOURCE.dimensions };

export type KeptVectors = {
  /** What can be searched by now; undefined while nothing can. */
  choice(): VectorChoice | undefined;
  close(): Promise<void>;
};

type Options = { sql: postgres.Sql; databaseUrl: string; embedder: Embedder | undefined; log: Log };

/** Keeps vectors in pgvector, where the server has it, and embeds what lacks one of the operator's model. */
export function keepVectors({ sql, databaseUrl, embedder, log }: Options): KeptVectors {
  let choice: VectorChoice | undefined;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const embedding = embedder && embedInTurn({ sql, embedder, log });
  const changes = embedding && listenForChanges({ databaseUrl, log, onChange: () => embedding.startSoon() });

  const take = async (next: VectorChoice, from: 'paper_search' | 'paper_vectors'): Promise<boolean> => {
    const made = await withJobLock(sql, 'search-vectors', async () => {
      await fillVectors(sql, from, next);
      await indexVectors(sql, next);
      return true;
    });
    if (made !== true) return false;
    choice = next;
    log.info(`Searching by the vectors of ${next.model} in pgvector.`);
    return true;
  };
  /** Returns whether nothing is left to wait for. */
  const look = async (): Promise<boolean> => {
    if (choice === undefined) {
      const why = await makeVectorTable(sql);
      if (why !== undefined) {
        log.info(why);
        return true;
      }
      if (!(await take(BUILT_IN, 'paper_search'))) return false;
    }
    if (!embedder) return true;
    const { name: model, dimensions } = embedder;
    if (choice?.model === model) return true;
    const { usable, some } = await missingVectors(sql, model);
    if (some) embedding?.start();
    return usable && (await take({ model, dimensions }, 'paper_vectors'));
  };
  const run = async (): Promise<void> => {
    let done = false;
    try {
      done = await look();
    } catch (error) {
      if (!closed) log.warn(`Vectors could not be kept in pgvector: ${error instanceof Error ? error.message : error}`);
    }
    if (!done && !closed) timer = setTimeout(again, LOOK_MS).unref();
  };
  const again = (): void => {
    work = run();
  };
  let work = run();
  return {
    choice: () => choice,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await changes?.close();
      await embedding?.close();
      await work;
    },
  };
}
