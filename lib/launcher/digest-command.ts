import { resolve } from 'node:path';
import progress from 'cli-progress';
import { closePools } from '../db/close-pools';
import { planEditions } from '../db/digest/plan';
import { rehearseEditions } from '../db/digest/rehearse';
import { sql } from '../db/sql';
import { digestTools } from '../digest/digest-tools';
import { sendDue } from '../digest/send-due';
import { sendPreview } from '../digest/send-preview';
import { env, setEnv } from '../env';
import type { Log } from '../log';
import type { DigestCommand } from './digest-arguments';
import { openDatabase } from './open-database';
import { keepSecrets } from './secrets';

type Surroundings = { log: Log; out: NodeJS.WriteStream; signal: AbortSignal };

const FAILED = 1;
/** A command goes on until all is sent. */
const NO_LIMIT_MS = 24 * 3_600_000;

/** Runs one `npm run digest` and returns its exit code. */
export async function runDigestCommand(command: DigestCommand, surroundings: Surroundings): Promise<number> {
  const settings = env();
  const database = await openDatabase({ env: settings, log: surroundings.log });
  try {
    const { AUTH_SECRET } = settings.AUTH_SECRET === undefined ? keepSecrets(resolve(settings.DATA_DIR)) : settings;
    setEnv({ DATABASE_URL: database.url, ...(AUTH_SECRET !== undefined && { AUTH_SECRET }) });
    if (command.day !== undefined && command.only !== undefined) return await sendDay(command, surroundings);
    return command.dryRun ? await rehearse(command, surroundings) : await send(command, surroundings);
  } finally {
    await closePools();
    await database.release();
  }
}

async function sendDay({ day, only = '' }: DigestCommand, { log, out }: Surroundings): Promise<number> {
  const given = day === undefined ? {} : { day };
  const sent = await sendPreview({ who: { emailKey: only }, ...given, now: new Date(), log, limited: false });
  out.write(sent.ok ? `${sent.value.papers} papers were sent to ${sent.value.to}.\n` : `${sent.refusal.message}\n`);
  return sent.ok ? 0 : FAILED;
}

async function rehearse({ only }: DigestCommand, { log, out }: Surroundings): Promise<number> {
  const { DATABASE_URL = '', ARXIV_CATEGORIES } = env();
  const bar = barOf(out);
  const { mails, nothing, examples } = await rehearseEditions(sql(DATABASE_URL), {
    ...{ carried: ARXIV_CATEGORIES, now: new Date(), only },
    prepareWith: (store) => digestTools(log, store).prepare,
    onProgress: (done, total) => bar.update(done, total),
  });
  bar.stop();
  for (const { to, papers, subject } of examples) out.write(`${to}  ·  ${papers} papers  ·  ${subject}\n`);
  if (mails > examples.length) out.write(`… and ${mails - examples.length} more\n`);
  out.write(`${mails} mails would go out, ${nothing} readers have nothing new. Nothing was sent or stored.\n`);
  return 0;
}

async function send({ only }: DigestCommand, { log, out, signal }: Surroundings): Promise<number> {
  const { DATABASE_URL = '', ARXIV_CATEGORIES } = env();
  const planned = await planEditions(sql(DATABASE_URL), { carried: ARXIV_CATEGORIES, now: new Date(), only });
  const total = planned === 'busy' ? 0 : planned.queued;
  const bar = barOf(out);
  const report = await sendDue({
    ...digestTools(log),
    ...{ budgetMs: NO_LIMIT_MS, signal, only },
    onProgress: ({ sent, skipped, suppressed, failed }) => bar.update(sent + skipped + suppressed + failed, total),
  });
  bar.stop();
  const { sent, skipped, suppressed, retried, failed } = report;
  out.write(
    `Sent ${sent}, nothing new for ${skipped}, suppressed ${suppressed}, to be tried again ${retried}, failed ${failed}.\n`,
  );
  return failed > 0 ? FAILED : 0;
}

/** A bar on a terminal; nothing in a log, which gets the summary. */
function barOf(out: NodeJS.WriteStream): { update(done: number, total: number): void; stop(): void } {
  if (!out.isTTY) return { update: () => {}, stop: () => {} };
  const bar = new progress.SingleBar({
    stream: out,
    clearOnComplete: true,
    hideCursor: true,
    format: '{bar} {value} of {total}',
  });
  bar.start(0, 0);
  return {
    update: (done, total) => {
      bar.setTotal(Math.max(done, total));
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
