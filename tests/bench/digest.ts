import { type ChildProcess, fork } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import postgres from 'postgres';
import { deliveryStore } from '@/lib/db/digest/delivery-store';
import { planEditions } from '@/lib/db/digest/plan';
import { migrate } from '@/lib/db/migrate';
import { digestLinks } from '@/lib/digest/links';
import { preparer } from '@/lib/digest/prepare';
import type { Ready } from '@/lib/digest/send-due';
import { sendDue } from '@/lib/digest/send-due';
import { digestSender } from '@/lib/digest/sender';
import { startEmbeddedPostgres } from '@/lib/launcher/embedded-postgres';
import { silentLog } from '@/lib/log';
import { smtpLane } from '@/lib/mail/smtp-lane';
import { readMessage } from '@/src/mail';
import { enrol, publish } from '../digest/population';
import { bareSmtp } from './digest/bare-smtp';
import { fact, progress, ratio } from './report';

const READERS = 5_000;
const MANY = 100_000;
const CONNECTIONS = 10;
const TURNS = 3;
const MEGABYTE = 1_000_000;
const CARRIED = ['cs.CL'];

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const site = { name: 'Broadsheet', baseUrl: 'https://papers.example.org' };

/**
 * 5,000 personalised digests of twelve papers to a mail server in a process of its own, ledger included, against nodemailer
 * with the same content and against ready bytes; then planning 100,000 readers. Takes about two minutes.
 */
export async function benchDigest(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-bench-digest-'));
  chmodSync(folder, 0o755);
  const database = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), log: silentLog });
  const sql = postgres(database.url, { max: 6, onnotice: () => {} });
  const sink = fork(fileURLToPath(new URL('./digest/sink.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] });
  try {
    await migrate(database.url, { log: silentLog });
    const port = (await answerOf(sink)).port ?? 0;
    // As long as real abstracts: their first two sentences are about sixty words.
    const sentence =
      'We ask whether tide tables can be kept in order without maps, from few examples and at low cost, and find that they can – if one begins early enough. ';
    await publish(sql, 40, { abstract_text: sentence.repeat(3) });
    await benchSending(sql, port);
    const { taken = 0 } = await answerOf(sink, 'count');
    fact('messages that the mail server counted', taken.toLocaleString('en'));
    await benchPlanning(sql);
  } finally {
    sink.disconnect();
    await sql.end({ timeout: 5 });
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Said = { port?: number; taken?: number };
const answerOf = (sink: ChildProcess, question?: string): Promise<Said> =>
  new Promise((resolve) => {
    sink.once('message', (said) => resolve(said as Said));
    if (question !== undefined) sink.send(question);
  });

async function again(sql: postgres.Sql, readers: number): Promise<void> {
  await sql`TRUNCATE digest_editions, subscribers, digest_deliveries CASCADE`;
  await enrol(sql, readers);
  await planEditions(sql, { carried: CARRIED, now: new Date() });
}

function toolsFor(sql: postgres.Sql) {
  const store = deliveryStore(sql);
  const { sender, envelopeFrom, host } = digestSender({
    ...{
      siteName: site.name,
      baseUrl: site.baseUrl,
      from: 'Broadsheet <papers@example.org>',
      unsubscribeMailbox: undefined,
    },
  });
  const links = digestLinks(site.baseUrl, 'a secret for a bench, and long enough to be one');
  return { store, prepare: preparer({ store, site, sender, envelopeFrom, host, links }) };
}

async function benchSending(sql: postgres.Sql, port: number): Promise<void> {
  const url = `smtp://127.0.0.1:${port}`;
  const { store } = toolsFor(sql);
  const rates = { ours: [] as number[], nodemailer: [] as number[], bare: [] as number[] };
  let peakOfFew = 0;
  let peakOfAll = 0;
  let messages: Buffer[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    progress(`sending, turn ${turn + 1} of ${TURNS}`);
    await again(sql, READERS);
    const { prepare } = toolsFor(sql);
    const began = performance.now();
    const report = await sendDue({
      ...{ store, prepare, lanes: CONNECTIONS, perSecond: 0, budgetMs: 120_000, log: silentLog },
      openLane: () => smtpLane(url),
      onProgress: ({ sent }) => {
        if (sent % 100 !== 0) return;
        const { rss } = process.memoryUsage();
        if (sent <= READERS / 5) peakOfFew = Math.max(peakOfFew, rss);
        peakOfAll = Math.max(peakOfAll, rss);
      },
    });
    if (report.sent !== READERS) throw new Error(`Only ${report.sent} were sent.`);
    rates.ours.push(READERS / ((performance.now() - began) / 1_000));
    messages = messages.length > 0 ? messages : await composed(sql);
    rates.nodemailer.push(await plainNodemailer(url, messages));
    rates.bare.push(await bareSmtp(port, { messages, connections: CONNECTIONS }));
  }
  fact('size of a message', `${Math.round((messages[0]?.length ?? 0) / 1_000)} kB`);
  const ours = median(rates.ours);
  const line = { what: `${READERS.toLocaleString('en')} digests, ledger included`, ours, unit: 'messages/s' };
  ratio({ ...line, theirs: median(rates.nodemailer), than: 'nodemailer, pooled, without a ledger', aim: '2' });
  ratio({ ...line, theirs: median(rates.bare), than: 'ready bytes over bare sockets' });
  fact('resident at most, first 1,000 / all 5,000', `${mb(peakOfFew)} / ${mb(peakOfAll)}`);
}

const mb = (bytes: number): string => `${Math.round(bytes / MEGABYTE)} MB`;

/** The same messages as bytes. */
async function composed(sql: postgres.Sql): Promise<Buffer[]> {
  await again(sql, READERS);
  const { store, prepare } = toolsFor(sql);
  const messages: Buffer[] = [];
  for (;;) {
    const { claimed } = await store.claim({ lease: 'bench', limit: 500, leaseMs: 600_000, perSecond: 0 });
    if (claimed.length === 0) return messages;
    for (const ready of await prepare(claimed)) messages.push(await (ready as Ready).bytes());
  }
}

/** What nodemailer makes of the same content when it is handed text and HTML, as its documentation shows. */
async function plainNodemailer(url: string, messages: readonly Buffer[]): Promise<number> {
  const mails = messages.map((message) => {
    const { subject, text, html } = readMessage(message.toString());
    return { subject, text, html };
  });
  const transport = createTransport({ url, pool: true, maxConnections: CONNECTIONS, maxMessages: Infinity });
  const began = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS * 2 }, async () => {
      for (let at = next++; at < mails.length; at = next++) {
        const mail = mails[at];
        const headers = { 'List-Id': '<digest.papers.example.org>', 'Auto-Submitted': 'auto-generated' };
        await transport.sendMail({
          ...mail,
          headers,
          from: 'papers@example.org',
          to: `reader${at}@readers.example.org`,
        });
      }
    }),
  );
  const rate = messages.length / ((performance.now() - began) / 1_000);
  transport.close();
  return rate;
}

async function benchPlanning(sql: postgres.Sql): Promise<void> {
  progress(`planning ${MANY.toLocaleString('en')} readers`);
  await sql`TRUNCATE digest_editions, subscribers, digest_deliveries CASCADE`;
  await enrol(sql, MANY);
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const planned = await planEditions(sql, { carried: CARRIED, now: new Date() });
  const seconds = (performance.now() - began) / 1_000;
  if (planned === 'busy' || planned.queued !== MANY) throw new Error('Not everybody was planned.');
  fact(`planning ${MANY.toLocaleString('en')} readers`, `${seconds.toFixed(2)} s  ·  aim 10 s`);
  fact('resident, more than before', mb(Math.max(0, process.memoryUsage().rss - before)));
}
