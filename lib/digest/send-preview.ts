import { readListed, readReader } from '@/lib/db/digest/preview';
import { limit } from '@/lib/db/rate-limit';
import { sql } from '@/lib/db/sql';
import { env } from '@/lib/env';
import { createLog, type Log } from '@/lib/log';
import { type Claimed, chooser } from '@/src/digest';
import type { Refusal, Result, UtcDay } from '@/src/shared';
import { ok, refuse, utcDayOf } from '@/src/shared';
import { digestTools } from './digest-tools';

export type PreviewRefusal = Refusal<'no-such-reader' | 'suppressed' | 'too-soon' | 'nothing' | 'not-sent'>;

const MINUTES_BETWEEN = 10;
const WEEK_DAYS = 7;

type Asked = { who: { id: string } | { emailKey: string }; day?: UtcDay; now: Date; log: Log; limited?: boolean };

/**
 * Mails a reader at once what his wishes would bring him of the last list, or of the last up to `day`. It is outside of the
 * ledger: no window moves, and the next edition comes as if it had not been. One in ten minutes an address.
 */
export async function sendPreview({
  who,
  day,
  now,
  log,
  limited = true,
}: Asked): Promise<Result<{ papers: number; to: string }, PreviewRefusal>> {
  const { DATABASE_URL = '', ARXIV_CATEGORIES, INTEREST } = env();
  const pool = sql(DATABASE_URL);
  const reader = await readReader(pool, who);
  if (reader === null) return refuse('no-such-reader', 'Nobody is subscribed with this address.');
  if (reader.suppressed) return refuse('suppressed', 'Mail to this address came back or was refused, so none is sent.');
  const weekly = reader.cadence === 'weekly';
  const listed = await readListed(pool, ARXIV_CATEGORIES, {
    ...{ day: day ?? utcDayOf(now), days: weekly ? WEEK_DAYS : 1, at: now, interest: INTEREST === 'on' },
  });
  const window = { from: new Date(0), to: now };
  const { papers, matching } = chooser(listed.candidates)(reader, window);
  if (listed.day === null || papers.length === 0) {
    return refuse('nothing', 'The last list holds nothing that fits your choice, so there is nothing to send.');
  }
  if (limited) {
    const free = await limit(pool, {
      key: `digest-preview:${reader.emailKey}`,
      max: 1,
      perSeconds: MINUTES_BETWEEN * 60,
    });
    if (!free.allowed) {
      const minutes = Math.ceil(free.retryAfter / 60);
      return refuse(
        'too-soon',
        `A preview was sent a moment ago. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
      );
    }
  }
  const tools = digestTools(log);
  const edition: Claimed['edition'] = { id: 0, kind: weekly ? 'weekly' : 'daily', day: listed.day };
  const ready = await tools.compose({ edition, reader, papers, matching, id: `preview-${now.getTime()}.${reader.id}` });
  if (!ready) return refuse('nothing', 'The papers are not here any more.');
  const lane = tools.openLane();
  try {
    const answer = await lane.send(ready.envelope, await ready.bytes());
    if (answer.accepted) return ok({ papers: papers.length, to: reader.email });
    log.warn(`A preview could not be sent: ${answer.text}`);
    return refuse('not-sent', 'The mail server did not take it. Try again later.');
  } finally {
    lane.close();
  }
}

/** For a reader who asks for it on the page of his subscription. */
export const previewPort = () => ({
  send: (id: string, now: Date) => sendPreview({ who: { id }, now, log: createLog({ level: env().LOG_LEVEL }) }),
});
