import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import postgres from 'postgres';
import { type CopyValue, copyLine } from '@/lib/db/ingest/copy-text';
import { inventedAbstract, inventedAuthors, inventedTitle } from '../factories/prose';
import { sharedData } from '../setup/shared-data';
import { fact, heading, progress, ratio } from './report';

const GENERATED = 20_000;

/** The papers to import: the recorded ones, or as many invented ones as make a rate. */
export async function papersFile(folder: string): Promise<string> {
  const recorded = sharedData('arxiv', 'papers.jsonl.gz');
  if (recorded) return recorded;
  const path = join(folder, 'papers.jsonl.gz');
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(path));
  for (let n = 0; n < GENERATED; n++) {
    const published = new Date(Date.UTC(2025, 0, 1) + n * 1_800_000).toISOString();
    const line = JSON.stringify({
      id: `${published.slice(2, 4)}${published.slice(5, 7)}.${String(n % 100_000).padStart(5, '0')}`,
      title: inventedTitle(n),
      abstract: Array.from({ length: 6 }, (_, at) => `${inventedAbstract(n + at)} Here $x_{${at}} \\le ${n}$.`).join(
        ' ',
      ),
      authors: inventedAuthors(n),
      categories: ['cs.CL', 'cs.LG'],
      primary_category: 'cs.CL',
      published,
      updated: null,
      doi: null,
      comment: null,
      announced: published.slice(0, 10),
    });
    if (!gzip.write(`${line}\n`)) await once(gzip, 'drain');
  }
  gzip.end();
  await written;
  return path;
}

/** Runs `npm run ingest`'s own command on the database; returns the seconds that it took, start-up included. */
export function ingest(databaseUrl: string, args: readonly string[]): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['lib/launcher/entry.mjs', 'ingest', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  // 3: done, with records that were turned away.
  if (status !== 0 && status !== 3) throw new Error(`ingest ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return (performance.now() - began) / 1000;
}

function copyValue(value: unknown): CopyValue {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value as CopyValue;
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : { json: value };
}

/** Seconds for a bare COPY of the stored rows into a plain table of the same columns, without keys or indexes. */
async function copySeconds(sql: postgres.Sql): Promise<number> {
  const columns = await sql<{ name: string }[]>`
    SELECT column_name AS name FROM information_schema.columns
    WHERE table_name = 'papers' AND is_generated = 'NEVER' ORDER BY ordinal_position`;
  const list = columns.map(({ name }) => `"${name}"`).join(', ');
  await sql.unsafe('DROP TABLE IF EXISTS bench_copy');
  await sql.unsafe(`CREATE TABLE bench_copy AS SELECT ${list} FROM papers LIMIT 0`);
  const rows: string[] = [];
  for await (const batch of sql.unsafe(`SELECT ${list} FROM papers`).cursor(2_000)) {
    rows.push(batch.map((row) => copyLine(Object.values(row).map(copyValue))).join(''));
  }
  const began = performance.now();
  const into = await sql.unsafe(`COPY bench_copy (${list}) FROM STDIN`).writable();
  await pipeline(rows, into);
  const seconds = (performance.now() - began) / 1000;
  await sql.unsafe('DROP TABLE bench_copy');
  return seconds;
}

/** Import of papers.jsonl.gz, parsed, rendered and stored, against a bare COPY of the rows that came of it. */
export async function benchImport(databaseUrl: string, file: string): Promise<number> {
  heading('Import');
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    progress(`importing ${file}`);
    const first = ingest(databaseUrl, ['file', file]);
    const [row] = await sql<{ count: number }[]>`SELECT count(*)::int AS count FROM papers WHERE NOT sample`;
    const papers = row?.count ?? 0;
    fact('first import', `${papers.toLocaleString('en')} papers in ${first.toFixed(1)} s`);
    progress('a second time');
    const second = ingest(databaseUrl, ['file', file]);
    const copied = await copySeconds(sql);
    fact('second import, changing nothing', `${second.toFixed(1)} s`);
    const rates = { ours: papers / first, theirs: papers / copied };
    ratio({ what: 'first import', ...rates, unit: 'papers/s', than: 'bare COPY', aim: '5,000 papers/s' });
    return papers;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
