import type postgres from 'postgres';
import type { Log } from '@/lib/log';
import { prepareSearch } from '@/lib/search/prepare-search';
import type { Embedder, SearchIndex } from '@/src/search';
import { ALL_TAG, SEARCH_TAG } from '@/src/shared';
import { announceChange } from '../announce-change';
import { listenForChanges } from '../change-listener';
import { withJobLock } from '../job-lock';
import { backfillSearch } from './backfill';
import { CurrentIndex } from './current-index';
import { embedInTurn } from './embed-in-turn';
import { missingVectors } from './missing-vectors';
import { BUILT_IN_SOURCE, type VectorSource } from './vector-source';

const SOON_MS = 150;
/** Comparing all papers takes a while; not more often than this. */
const COMPARE_MS = 2_000;

export type FollowedIndex = {
  /** As it is now; another one once all papers have their vectors of a model that was chosen anew. */
  current(): { index: SearchIndex; source: VectorSource };
  close(): Promise<void>;
};

type Options = {
  sql: postgres.Sql;
  databaseUrl: string;
  log: Log;
  /** A model besides the built-in one, whose vectors serve until this one's are there. */
  embedder?: Embedder | undefined;
  rest?: () => Promise<void>;
};

const inWords = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Loads the index and keeps it as the database is: what any process announces is in within seconds. Papers that have no
 * terms and vector yet get them, in one process at a time.
 */
export async function followIndex({ sql, databaseUrl, log, embedder, rest }: Options): Promise<FollowedIndex> {
  let current = new CurrentIndex(sql, await sourceOf(sql, embedder));
  const embedding = embedder && embedInTurn({ sql, embedder, log, ...(rest && { rest }) });
  const wanted = new Set<string>();
  // What changed while it was being read, and what was never computed.
  let everything = true;
  let comparedAt = 0;
  let loaded = false;
  let closed = false;
  let filling: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let work: Promise<void> = Promise.resolve();

  const fill = async (): Promise<void> => {
    try {
      await withJobLock(sql, 'search-backfill', () => backfillSearch(sql, prepareSearch, rest));
    } catch (error) {
      if (!closed) log.warn(`Terms and vectors could not be computed: ${inWords(error)}`);
    }
    filling = undefined;
  };

  const step = async (): Promise<void> => {
    const [all, ids] = [everything, [...wanted]];
    everything = false;
    wanted.clear();
    if (!all) {
      await current.refresh(ids);
      embedding?.startSoon();
      return;
    }
    comparedAt = Date.now();
    const { lacking } = await current.compare();
    if (lacking && !closed) filling ??= fill();
    if (embedder) await followVectors(embedder);
  };

  const followVectors = async ({ name, dimensions }: Embedder): Promise<void> => {
    const { usable, some } = await missingVectors(sql, name);
    if (some) embedding?.start();
    if (!usable || current.source.model === name) return;
    const next = new CurrentIndex(sql, { model: name, dimensions });
    await next.load();
    await next.compare();
    current = next;
    log.info(`Searching by the vectors of ${name}.`);
    // Pages that were made with the built-in model's are made anew.
    await announceChange(sql, [SEARCH_TAG]);
  };

  const plan = (waitMs: number): void => {
    if (!closed && loaded) timer ??= setTimeout(run, waitMs);
  };
  const run = (): void => {
    timer = undefined;
    work = work.then(step).catch((error: unknown) => {
      if (closed) return;
      log.warn(`The search index could not follow a change: ${inWords(error)}`);
      everything = true;
      plan(COMPARE_MS);
    });
  };
  const planChange = (): void => {
    if (everything) plan(Math.max(SOON_MS, comparedAt + COMPARE_MS - Date.now()));
    else if (wanted.size > 0) plan(SOON_MS);
  };

  const changes = listenForChanges({
    databaseUrl,
    log,
    onChange: (tags) => {
      if (tags === undefined || tags.has(ALL_TAG) || tags.has(SEARCH_TAG)) everything = true;
      else for (const tag of tags) if (tag.startsWith('paper:')) wanted.add(tag.slice('paper:'.length));
      planChange();
    },
  });
  try {
    await current.load();
  } catch (error) {
    await changes.close();
    throw error;
  }
  loaded = true;
  planChange();
  return {
    current: () => current,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await changes.close();
      await work;
      await filling;
      await embedding?.close();
    },
  };
}

async function sourceOf(sql: postgres.Sql, embedder: Embedder | undefined): Promise<VectorSource> {
  if (!embedder || !(await missingVectors(sql, embedder.name)).usable) return BUILT_IN_SOURCE;
  return { model: embedder.name, dimensions: embedder.dimensions };
}
