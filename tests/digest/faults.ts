import { type ChildProcess, fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { migrate } from '@/lib/db/migrate';
import { startEmbeddedPostgres } from '@/lib/launcher/embedded-postgres';
import { silentLog } from '@/lib/log';
import { type Mood, startChaosServer } from './chaos-server';
import { enrol, publish } from './population';

export type Ordeal = {
  readers: number;
  kills: number;
  restarts: number;
  lanes: number;
  leaseMs: number;
  attemptMs: number;
  tarpitMs: number;
  limitMs: number;
  /** How long a minute of the product is: waits between tries shrink with it, and so does the day of its patience. */
  minuteMs: number;
  say?: (line: string) => void;
};

export type Verdict = {
  readers: number;
  /** Readers who got nothing. */
  lost: number;
  /** Messages beyond the first of each reader. */
  repeated: number;
  /** Messages that may have been in flight at kills, and those that the server took without an answer. */
  bound: number;
  /** Repetitions under another Message-ID. */
  renamed: number;
  /** Ledger rows that are not `sent` exactly once. */
  unsettled: number;
  kills: number;
  seconds: number;
};

const PROCESSES = 2;
/** One message on its way, and one accepted that is not yet marked. */
const IN_FLIGHT_A_LANE = 2;
const MOODS: readonly Mood[] = [
  ...(['takes and drops', 'greylists', 'loses and drops', 'is slow', 'is busy', 'closes at once'] as const),
];

const worker = fileURLToPath(new URL('./send-worker.ts', import.meta.url));

/**
 * Sends an edition through two processes while they are killed at random, the database is restarted and the mail server
 * misbehaves in every way it can, and then counts what every reader got.
 */
export async function ordeal(options: Ordeal): Promise<Verdict> {
  const { readers, kills, restarts, lanes, leaseMs, attemptMs, minuteMs, say = () => {} } = options;
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-digest-'));
  chmodSync(folder, 0o755);
  const startDatabase = () => startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: silentLog });
  let database = await startDatabase();
  const sql = postgres(database.url, { max: 2, onnotice: () => {}, backoff: () => 0.1 });
  const server = await startChaosServer({ tarpitMs: options.tarpitMs });
  const began = performance.now();
  const running = new Set<ChildProcess>();
  let stopping = false;

  const launch = (): void => {
    const settings = JSON.stringify({ lanes, leaseMs, attemptMs, minuteMs });
    const child = fork(worker, [database.url, server.url, settings], {
      execArgv: ['--import', 'tsx'],
      stdio: 'ignore',
    });
    running.add(child);
    child.once('exit', () => {
      running.delete(child);
      if (!stopping) launch();
    });
  };

  const delivered = async (): Promise<number> => {
    const [row] = await sql<
      { sent: number }[]
    >`SELECT count(*)::int AS sent FROM digest_deliveries WHERE state = 'sent'`;
    return row?.sent ?? 0;
  };
  const progress = async (): Promise<number> => delivered().catch(() => -1);

  try {
    await migrate(database.url, { log: silentLog });
    await publish(sql, 20);
    await enrol(sql, readers);
    for (let nth = 0; nth < PROCESSES; nth++) launch();
    // Kills and restarts are spread over the work: each waits for its share of the readers to be served.
    let killed = 0;
    let restarted = 0;
    for (const until = performance.now() + options.limitMs; performance.now() < until; await sleep(20)) {
      const sent = await progress();
      if (sent === readers) break;
      server.mood = moodAt(performance.now() - began);
      const share = sent / readers;
      if (killed < kills && share > killed / (kills + 1)) {
        const victim = [...running][Math.floor(Math.random() * running.size)];
        await sleep(Math.random() * 60);
        victim?.kill('SIGKILL');
        killed += 1;
        say(`killed ${killed} of ${kills}, ${sent} of ${readers} sent, the server ${server.mood}`);
      }
      if (restarted < restarts && share > (restarted + 1) / (restarts + 1.5)) {
        restarted += 1;
        say('the database is restarted');
        await database.stop();
        await sleep(300);
        database = await startDatabase();
      }
    }
    server.mood = 'kind';
    const counts = [...server.taken.values()];
    const [ledger] = await sql<{ rows: number; sent: number }[]>`
      SELECT count(*)::int AS rows, count(*) FILTER (WHERE state = 'sent')::int AS sent FROM digest_deliveries`;
    return {
      readers,
      lost: readers - counts.length,
      repeated: counts.reduce((sum, ids) => sum + ids.length - 1, 0),
      bound: killed * lanes * IN_FLIGHT_A_LANE + server.unanswered,
      renamed: counts.filter((ids) => new Set(ids).size > 1).length,
      unsettled: Math.max(ledger?.rows ?? 0, readers) - (ledger?.sent ?? 0),
      kills: killed,
      seconds: (performance.now() - began) / 1_000,
    };
  } finally {
    stopping = true;
    for (const child of running) child.kill('SIGKILL');
    await sql.end({ timeout: 5 });
    await server.stop();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Mostly kind, and in between each trouble for a moment. */
function moodAt(ms: number): Mood {
  const turn = Math.floor(ms / 400);
  return turn % 3 === 2 ? (MOODS[Math.floor(turn / 3) % MOODS.length] ?? 'kind') : 'kind';
}
