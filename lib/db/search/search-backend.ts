import type postgres from 'postgres';
import type { Env } from '@/lib/env';
import { createLog } from '@/lib/log';
import { makeEmbedder } from '@/lib/search/embedders/make-embedder';
import { embedderSettings } from '@/lib/search/embedders/settings';
import { ownSearchThread } from '@/lib/search/thread/own-thread';
import type { SearchStore } from '@/src/search';
import { postgresSearch } from '../search-store';
import { memorySearch } from './memory-search';
import { ownMeanings } from './pgvector/meanings';

type Options = { databaseUrl: string; env: Env; built: boolean };

/** The search that the operator chose: an index in memory, with the database answering until it is loaded, or that alone. */
export function searchBackend(sql: postgres.Sql, { databaseUrl, env, built }: Options): SearchStore {
  const log = createLog({ level: env.LOG_LEVEL });
  const settings = embedderSettings(env);
  if (env.SEARCH_BACKEND === 'postgres') {
    const embedder = settings && makeEmbedder(settings);
    return postgresSearch(sql, ownMeanings({ sql, databaseUrl, embedder, log }));
  }
  const fallback = postgresSearch(sql);
  const onFault = log.warn;
  const thread = ownSearchThread({
    databaseUrl,
    logLevel: env.LOG_LEVEL,
    embedder: settings,
    built,
    onFault,
  });
  return memorySearch({ sql, thread, fallback, onFault });
}
