import { ingestDatabase } from '@/lib/db/ingest-database';
import { env } from '@/lib/env';
import { createLog } from '@/lib/log';
import { paperLookup } from '@/lib/sources/paper-lookup';
import type { PaperSource } from '@/src/submissions';
import { ingestTools } from './ingest-tools';
import { renderInline } from './render-inline';

/** Asks arXiv for single papers, in turn with every other question that this instance has for it. */
export const arxivLookup =
  (databaseUrl: string): PaperSource =>
  async (ids) => {
    const { LOG_LEVEL, ARXIV_API_URL } = env();
    const database = ingestDatabase(databaseUrl, renderInline);
    const { fetch } = ingestTools({ database, env: env(), log: createLog({ level: LOG_LEVEL }) });
    return paperLookup({ fetch, baseUrl: ARXIV_API_URL })(ids);
  };
