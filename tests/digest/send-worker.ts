import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { deliveryStore } from '@/lib/db/digest/delivery-store';
import { planEditions } from '@/lib/db/digest/plan';
import { digestLinks } from '@/lib/digest/links';
import { preparer } from '@/lib/digest/prepare';
import { sendDue } from '@/lib/digest/send-due';
import { digestSender } from '@/lib/digest/sender';
import { silentLog } from '@/lib/log';
import { smtpLane } from '@/lib/mail/smtp-lane';

// A process that plans and sends as the application does, again and again until it is killed.

type Settings = { lanes: number; leaseMs: number; attemptMs: number; minuteMs: number };
const [databaseUrl = '', smtpUrl = '', settings = '{}'] = process.argv.slice(2);
const { lanes, leaseMs, attemptMs, minuteMs } = JSON.parse(settings) as Settings;

const sql = postgres(databaseUrl, { max: 4, onnotice: () => {}, backoff: () => 0.1, connect_timeout: 2 });
const site = { name: 'Broadsheet', baseUrl: 'https://papers.example.org' };
const { sender, envelopeFrom, host } = digestSender({
  siteName: site.name,
  baseUrl: site.baseUrl,
  from: 'Broadsheet <papers@example.org>',
  unsubscribeMailbox: undefined,
});
const store = deliveryStore(sql);
const links = digestLinks(site.baseUrl, 'a secret for tests, and long enough to be one');
const tools = {
  store,
  prepare: preparer({ store, site, sender, envelopeFrom, host, links }),
  openLane: () => smtpLane(smtpUrl, { connectMs: attemptMs, socketMs: attemptMs, attemptMs }),
  lanes,
  perSecond: 0,
  leaseMs,
  budgetMs: 60_000,
  log: silentLog,
  clockwork: { minuteMs, secondMs: 10 },
};

process.send?.('ready');
for (;;) {
  try {
    await planEditions(sql, { carried: ['cs.CL'], now: new Date() });
    await sendDue(tools);
  } catch {
    // The database is away; it comes back.
  }
  await sleep(50);
}
