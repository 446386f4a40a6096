import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@/lib/db/migrate';
import { startEmbeddedPostgres } from '@/lib/launcher/embedded-postgres';
import { silentLog } from '@/lib/log';
import { sharedData } from '../setup/shared-data';
import { benchApi } from './api';
import { benchDigest } from './digest';
import { benchFaults } from './digest/faults';
import { benchImport, ingest, papersFile } from './import';
import { type Running, residentBytes } from './process';
import { fact, heading, ratio } from './report';
import { benchSearch } from './search-speed';
import { benchServing } from './serve';
import { build, startNext, startOurs } from './start';
import { benchVotes } from './votes';
import { benchWire } from './wire';

// npm run bench [-- import pages api search votes digest]: every figure beside another one taken in the same run, because machines differ
// and are noisy. Without `import` the pages are those of the sample edition.

const FEED = '/papers';
const MEGABYTE = 1_000_000;

const named = process.argv.slice(2);
const wanted = (part: string): boolean => named.length === 0 || named.includes(part);

function tellMemory(ours: Running, next: Running, papers: number): void {
  heading(
    `Memory with ${papers === 0 ? 'the sample edition' : `${papers.toLocaleString('en')} papers`} stored, after the load`,
  );
  const [own, theirs] = [residentBytes(ours.child.pid), residentBytes(next.child.pid)];
  if (own === undefined || theirs === undefined) fact('resident', 'this system does not tell it');
  else ratio({ what: 'resident', ours: own / MEGABYTE, theirs: theirs / MEGABYTE, unit: 'MB', than: 'next start' });
}

async function benchmarks(folder: string): Promise<void> {
  fact('machine', `${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}`);
  build();
  const dataDir = join(folder, 'data');
  const database = await startEmbeddedPostgres({ dataDir, log: silentLog });
  await migrate(database.url, { log: silentLog });
  let papers = 0;
  if (wanted('import')) {
    papers = await benchImport(database.url, await papersFile(folder));
    const picks = sharedData('hub-daily');
    if (picks) ingest(database.url, ['file', picks]);
  }
  if (wanted('pages')) await benchPages(dataDir, database.url, papers);
  if (wanted('api')) {
    if (papers === 0) papers = await benchImport(database.url, await papersFile(folder));
    await benchApi(database.url, dataDir, folder);
  }
  if (wanted('search')) {
    if (papers === 0) ingest(database.url, ['file', await papersFile(folder)]);
    await benchSearch(database.url, dataDir);
  }
  await database.stop();
  if (wanted('votes')) {
    heading('Votes');
    await benchVotes();
  }
  if (wanted('digest')) {
    heading('Digest');
    await benchDigest();
  }
  // Minutes of kills; only by name.
  if (named.includes('digest-faults')) {
    heading('Digest under faults');
    await benchFaults();
  }
}

async function benchPages(dataDir: string, databaseUrl: string, papers: number): Promise<void> {
  const first = await startOurs(dataDir, FEED);
  await first.running.stop();
  const ours = await startOurs(dataDir, FEED);
  const next = await startNext(databaseUrl, FEED);
  try {
    heading('From nothing to the first page, second start');
    ratio({ what: 'npm start', ours: ours.seconds, theirs: next.seconds, unit: 's', than: 'next start', aim: '3 s' });
    await benchServing(ours.running, next.running, FEED);
    await benchWire(`${ours.running.url}${FEED}`, `${next.running.url}${FEED}`);
    tellMemory(ours.running, next.running, papers);
  } finally {
    await next.running.stop();
    await ours.running.stop();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
// PostgreSQL runs as another user when this runs as root.
chmodSync(folder, 0o755);
try {
  await benchmarks(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
