import { feedStore } from '@/lib/db/feed-store';
import { withJobLock } from '@/lib/db/job-lock';
import { recordJob } from '@/lib/db/job-runs';
import { sql as pool } from '@/lib/db/sql';
import { ownerAddress } from '@/lib/db/webhooks/outbox';
import { env } from '@/lib/env';
import { createLog } from '@/lib/log';
import { sendNotice } from '@/lib/mail/send-notice';
import { services } from '@/lib/services';
import { siteOrigin } from '@/lib/site-origin';
import { planEvents } from '@/lib/webhooks/plan-events';
import { postMessage } from '@/lib/webhooks/post-message';
import { unseal } from '@/lib/webhooks/secret';
import { sendDue } from '@/lib/webhooks/send-due';
import { readLatestDay } from '@/src/feed';
import type { PaperId } from '@/src/papers';
import { parseQuery, requestOf, SearchTooBroad } from '@/src/search';
import { addDays } from '@/src/shared';
import { switchedOffMail } from '@/src/webhooks';

/** Looks a little back: a search that finds more new papers between two runs is no alarm but a feed. */
const NEWEST = 200;

async function find(query: string): Promise<PaperId[] | undefined> {
  const { query: read } = parseQuery(query);
  const request = { ...requestOf(read, { limit: NEWEST, offset: 0 }), sort: 'new' as const };
  const found = await services()
    .search.search(request)
    .catch((error: unknown) => (error instanceof SearchTooBroad ? null : undefined));
  if (found === null) return [];
  return found && (found.complete ? found.hits.map(({ id }) => id) : []);
}

async function notify(sql: ReturnType<typeof pool>, owner: string | null): Promise<void> {
  const { ADMIN_EMAILS, SITE_NAME, LOG_LEVEL } = env();
  const log = createLog({ level: LOG_LEVEL });
  const address = owner === null ? undefined : await ownerAddress(sql, owner);
  if (owner === null) log.warn('A webhook of the instance failed for a week and was switched off.');
  const mail = switchedOffMail({ siteName: SITE_NAME, settings: `${siteOrigin().origin}/settings/webhooks` });
  const addresses = owner === null ? ADMIN_EMAILS : address ? [address] : [];
  await sendNotice(addresses, { mail, what: 'The notice of a webhook', log });
}

/** Queues what is new, by one process at a time, and sends what is due, by as many as like. */
export async function sendWebhooks(databaseUrl: string): Promise<void> {
  const sql = pool(databaseUrl);
  const { AUTH_SECRET = '', ARXIV_CATEGORIES, WEBHOOK_PRIVATE } = env();
  const [any] = await sql`SELECT 1 FROM webhooks LIMIT 1`;
  if (!any) return;
  await recordJob(sql, 'webhooks', async () => {
    const feed = feedStore(sql, ARXIV_CATEGORIES);
    const latestDay = async () => {
      const day = await readLatestDay(feed, { now: new Date() });
      const [counted] = day === null ? [] : await feed.countByDay({ from: day, to: addDays(day, 1) });
      return counted ? { day: counted.day, papers: counted.count } : null;
    };
    const planned = await withJobLock(sql, 'webhooks', () =>
      planEvents({ sql, baseUrl: siteOrigin().origin, latestDay, find }),
    );
    const { sent, failed } = await sendDue({
      sql,
      unseal: (sealed) => unseal(sealed, AUTH_SECRET),
      post: (message) => postMessage(message, { privateAllowed: WEBHOOK_PRIVATE === 'on' }),
      notify: (owner) => notify(sql, owner),
    });
    return `Queued ${planned === 'busy' ? 'by another process' : planned}; sent ${sent}, failed ${failed}.`;
  });
}
