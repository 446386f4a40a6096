import type postgres from 'postgres';
import type { Env } from '@/lib/env';
import { createLog } from '@/lib/log';
import { ownSearchThread } from '@/lib/search/thread/own-thread';
import type { SearchStore } from '@/src/search';
import { postgresSearch } from '../search-store';
import { memorySearch } from './memory-search';

type Options = { databaseUrl: string; env: Pick<Env, 'SEARCH_BACKEND' | 'LOG_LEVEL'>; built: boolean };

/** The search that the operator chose: an index in memory, with the database answering until it is loaded, or that alone. */
export function searchBackend(sql: postgres.Sql, { databaseUrl, env, built }: Options): SearchStore {
  const fallback = postgresSearch(sql);
  if (env.SEARCH_BACKEND === 'postgres') return fallback;
  const onFault = createLog({ level: env.LOG_LEVEL }).warn;
  const thread = ownSearchThread({ databaseUrl, logLevel: env.LOG_LEVEL, built, onFault });
  return memorySearch({ sql, thread, fallback, onFault });
}
