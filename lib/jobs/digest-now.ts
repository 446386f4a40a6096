import { planEditions } from '@/lib/db/digest/plan';
import { recordJob } from '@/lib/db/job-runs';
import { sql } from '@/lib/db/sql';
import { digestTools } from '@/lib/digest/digest-tools';
import { sendDue } from '@/lib/digest/send-due';
import { warnOperators } from '@/lib/digest/warn-operators';
import { env } from '@/lib/env';
import { createLog } from '@/lib/log';

type Outcome = { status: 'done'; note: string } | { status: 'running' } | { status: 'failed'; error: string };

/** A call comes every few minutes; what is left then goes on in the next. */
const LONGEST_MS = 4 * 60_000;
/** A caller who waits less long may be a host of functions, which stops what goes on after the answer. */
const SPARE_MS = 5_000;
const SHORTEST_MS = 10_000;

// Route modules may be loaded more than once; a process has one run at a time.
const kept = globalThis as { broadsheetDigest?: Promise<Outcome> | undefined };

/** Plans and sends what is due, or joins the run that is under way, and waits for its end so long and no longer. */
export async function digestNow(waitMs: number): Promise<Outcome> {
  kept.broadsheetDigest ??= run(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, waitMs - SPARE_MS))).finally(() => {
    kept.broadsheetDigest = undefined;
  });
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ status: 'running' }), waitMs);
  });
  try {
    return await Promise.race([kept.broadsheetDigest, enough]);
  } finally {
    clearTimeout(timer);
  }
}

async function run(budgetMs: number): Promise<Outcome> {
  const { DATABASE_URL, LOG_LEVEL } = env();
  const log = createLog({ level: LOG_LEVEL });
  if (DATABASE_URL === undefined) return { status: 'failed', error: 'DATABASE_URL is not set.' };
  let note = '';
  try {
    await recordJob(sql(DATABASE_URL), 'digest', async () => {
      note = await planAndSend(budgetMs);
      return note;
    });
    return { status: 'done', note };
  } catch (error) {
    log.error(`The digest failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return { status: 'failed', error: 'The digest failed; the log says why.' };
  }
}

async function planAndSend(budgetMs: number): Promise<string> {
  const { DATABASE_URL = '', ARXIV_CATEGORIES, LOG_LEVEL } = env();
  const log = createLog({ level: LOG_LEVEL });
  const planned = await planEditions(sql(DATABASE_URL), { carried: ARXIV_CATEGORIES, now: new Date() });
  const { sent, skipped, suppressed, retried, failed } = await sendDue({ ...digestTools(log), budgetMs });
  await warnOperators(sql(DATABASE_URL), log);
  const queued = planned === 'busy' ? 0 : planned.queued;
  const said = [
    ...(queued > 0 ? [`planned ${queued}`] : []),
    ...(sent > 0 ? [`sent ${sent}`] : []),
    ...(skipped > 0 ? [`nothing to send to ${skipped}`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(retried > 0 ? [`${retried} to be tried again`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ].join(', ');
  if (sent + failed + retried > 0) log.info(`Digest: ${said}.`);
  return said === '' ? 'Nothing was due.' : `${said[0]?.toUpperCase()}${said.slice(1)}.`;
}
