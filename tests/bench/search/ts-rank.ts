import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { startEmbeddedPostgres } from '@/lib/launcher/embedded-postgres';
import { silentLog } from '@/lib/log';
import type { Document } from './collection';

/** Ranks by PostgreSQL alone: any word of the query, titles weighing more, ordered by `ts_rank`. */
export async function withTsRank<T>(
  documents: readonly Document[],
  judge: (rank: AsyncRanker) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-search-'));
  // PostgreSQL runs as another user when this runs as root.
  chmodSync(folder, 0o755);
  const database = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: silentLog });
  const sql = postgres(database.url, { max: 1, onnotice: () => {} });
  try {
    await fill(sql, documents);
    return await judge(async (query, depth) => {
      const rows = await sql<{ id: string }[]>`
        WITH q AS (SELECT replace(plainto_tsquery('english', ${query})::text, '&', '|')::tsquery AS words)
        SELECT id FROM documents, q WHERE tsv @@ q.words ORDER BY ts_rank(tsv, q.words) DESC, id LIMIT ${depth}`;
      return rows.map(({ id }) => id);
    });
  } finally {
    await sql.end({ timeout: 5 });
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

export type AsyncRanker = (query: string, depth: number) => Promise<string[]>;

async function fill(sql: postgres.Sql, documents: readonly Document[]): Promise<void> {
  await sql`CREATE TABLE documents (id text PRIMARY KEY, tsv tsvector NOT NULL)`;
  const atOnce = 2_000;
  for (let at = 0; at < documents.length; at += atOnce) {
    const part = documents.slice(at, at + atOnce);
    await sql`
      INSERT INTO documents
      SELECT id, setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'D')
      FROM unnest(${part.map(({ id }) => id)}::text[], ${part.map(({ title }) => title)}::text[], ${part.map(({ text }) => text)}::text[])
        AS d (id, title, body) ON CONFLICT DO NOTHING`;
  }
  await sql`CREATE INDEX documents_tsv ON documents USING gin (tsv)`;
  await sql`ANALYZE documents`;
}
