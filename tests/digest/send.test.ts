import { beforeEach, describe, expect, test } from 'vitest';
import { editionStore } from '@/lib/db/digest/edition-store';
import { planEditions } from '@/lib/db/digest/plan';
import type { LaneAnswer } from '@/lib/mail/smtp-lane';
import type { TestDatabase } from '../setup/test-database';
import { testDatabase } from '../setup/test-database';
import { enrol, publish } from './population';
import { postOffice } from './post-office';

let db: TestDatabase;
beforeEach(async () => {
  db ??= await testDatabase();
  await db.empty();
});

const refuse = (text: string, stage: 'recipient' | 'sender' | 'content' = 'recipient'): LaneAnswer => ({
  ...{ accepted: false, stage, code: Number(text.slice(0, 3)), text },
});
const taken: LaneAnswer = { accepted: true, text: '250 Taken' };
const plan = () => planEditions(db.sql, { carried: ['cs.CL'], now: new Date() });
const ready = async (readers: number) => {
  await publish(db.sql, 15);
  await enrol(db.sql, readers);
  await plan();
};
const counts = async () => {
  const rows = await db.sql<{ state: string; n: number }[]>`
    SELECT state, count(*)::int AS n FROM digest_deliveries GROUP BY state ORDER BY state`;
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};

describe('a mail', () => {
  test('has the heads that list mail needs, its own links, twelve papers and both parts', async () => {
    await ready(1);
    const office = postOffice(db.sql);
    await office.send();
    const [{ source, message, to } = { source: '', message: undefined, to: '' }] = office.posted;
    expect(to).toBe('reader1@readers.example.org');
    const day = new Date(Date.now() - 60_000).toISOString().slice(0, 10);
    for (const line of [
      'From: "Broadsheet" <papers@example.org>',
      'To: reader1@readers.example.org',
      `Message-ID: <daily.${day}.000000000000000000000001@papers.example.org>`,
      'List-Id: "Broadsheet" <digest.papers.example.org>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'Auto-Submitted: auto-generated',
      'MIME-Version: 1.0',
    ]) {
      expect(source.split('\r\n')).toContain(line);
    }
    expect(source).toMatch(
      /^List-Unsubscribe: <https:\/\/papers\.example\.org\/subscription\/[\w.-]+\/unsubscribe>,\r\n <mailto:leave@example\.org\?subject=unsubscribe>\r$/m,
    );
    expect(source).toMatch(/^Date: \w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} \+0000\r$/m);
    expect(message?.text.match(/^ {2}Abstract https/gm)).toHaveLength(12);
    expect(message?.html.match(/<h2/g)).toHaveLength(12);
    expect(message?.text).toContain('The best 12 of 15 papers');
    expect(message?.html).toMatch(/subscription\/[\w.-]+\/unsubscribe"/);
    // All ASCII, short lines, and no line that begins with a point.
    for (const line of source.split('\r\n')) expect(line).toMatch(/^(?!\.)[\t\x20-\x7e]{0,300}$/);
  });

  test('what authors wrote cannot start a head, nor mark-up', async () => {
    const evil = 'Looms\r\nBcc: all@example.org\u202e\u0007 <script>alert(1)</script> é';
    await publish(db.sql, 1, { title_text: evil, abstract_text: evil, authors: [evil], upvotes: 99 });
    await enrol(db.sql, 1);
    await plan();
    const office = postOffice(db.sql);
    await office.send();
    const [{ source, message } = { source: '', message: undefined }] = office.posted;
    const head = source.slice(0, source.indexOf('\r\n\r\n'));
    expect(head).not.toMatch(/^Bcc/m);
    expect(head).not.toMatch(/[^\t\r\n\x20-\x7e]/);
    expect(message?.subject).toMatch(/: Looms Bcc: all@example\.org <script>alert\(1\)<\/script> é$/);
    expect(message?.html).not.toContain('<script');
  });
});

describe('what the mail server says', () => {
  test('a bounce suppresses that address and no other', async () => {
    await ready(30);
    const office = postOffice(db.sql, (to) => (to.startsWith('reader7@') ? refuse('550 5.1.1 User unknown') : taken));
    expect(await office.send()).toMatchObject({ sent: 29, failed: 1 });
    expect(await db.sql`SELECT email_key, reason FROM suppressions`).toEqual([
      { email_key: 'reader7@readers.example.org', reason: 'hard-bounce' },
    ]);
  });

  test.each([
    ['a relay that is denied', refuse('550 5.7.1 Relaying denied')],
    ['a sender that is refused', refuse('553 5.1.8 Sender refused', 'sender')],
    ['a password that is wrong', refuse('530 5.7.0 Authentication required', 'sender')],
    ['content that is refused', refuse('554 5.7.1 Spam', 'content')],
    ['every address unknown at once', refuse('550 5.1.1 User unknown')],
  ])('%s for everybody stops sending after a few, and hardly touches anybody', async (_what, answer) => {
    await ready(60);
    let tries = 0;
    const report = await postOffice(db.sql, () => {
      tries += 1;
      return answer;
    }).send();
    expect(tries).toBeLessThan(30);
    expect(report.sent).toBe(0);
    const suppressed = await db.sql`SELECT FROM suppressions`;
    expect(suppressed.length).toBeLessThan(answer.text.includes('5.1.1') ? 25 : 1);
    const [clock] = await db.sql`SELECT paused_until > now() AS paused, pause_reason FROM digest_clock`;
    expect(clock).toMatchObject({ paused: true, pause_reason: expect.stringContaining(answer.text.slice(0, 3)) });
    // While the pause lasts nobody sends.
    expect(await postOffice(db.sql).send()).toMatchObject({ sent: 0 });
  });

  test('421 stops everybody at once; after the pause all get their mail', async () => {
    await ready(20);
    await postOffice(db.sql, () => refuse('421 4.3.2 Shutting down')).send();
    expect((await counts())['sent']).toBeUndefined();
    await db.sql`UPDATE digest_clock SET paused_until = now()`;
    await db.sql`UPDATE digest_deliveries SET run_at = now() WHERE state = 'queued'`;
    const office = postOffice(db.sql);
    expect(await office.send()).toMatchObject({ sent: 20 });
    expect(await db.sql`SELECT busy_in_row, pause_reason FROM digest_clock`).toEqual([
      { busy_in_row: 0, pause_reason: '' },
    ]);
  });

  test('a greylisted message waits alone and keeps the server’s words', async () => {
    await ready(10);
    const office = postOffice(db.sql, (to) => (to.startsWith('reader3@') ? refuse('451 4.7.1 Greylisted') : taken));
    expect(await office.send()).toMatchObject({ sent: 9, retried: 1 });
    const [row] = await db.sql`
      SELECT attempts, answer, run_at > now() + interval '30 seconds' AS later FROM digest_deliveries WHERE state = 'queued'`;
    expect(row).toEqual({ attempts: 1, answer: 'recipient: 451 4.7.1 Greylisted', later: true });
  });
});

test('the pace holds for all processes together', async () => {
  await ready(30);
  const began = performance.now();
  const offices = [postOffice(db.sql), postOffice(db.sql)];
  await Promise.all(offices.map((office) => office.send({ perSecond: 20 })));
  expect(offices.flatMap(({ posted }) => posted)).toHaveLength(30);
  // The thirtieth may go no earlier; how much later is the machine's affair.
  expect(performance.now() - began).toBeGreaterThan(1_350);
});

test('an administrator’s retry sends what failed, but not to whom a later edition told the same', async () => {
  await ready(2);
  await postOffice(db.sql, () => refuse('550 5.1.1 User unknown')).send();
  await db.sql`DELETE FROM suppressions`;
  const store = editionStore(db.sql);
  const [edition] = await store.editions(5);
  expect(edition?.counts).toMatchObject({ failed: 2, sent: 0 });
  await db.sql`UPDATE subscribers SET covered_until = now() + interval '1 hour' WHERE email LIKE 'reader2@%'`;
  expect(await store.retry(edition?.id ?? 0)).toBe(1);
  const office = postOffice(db.sql);
  await office.send();
  expect(office.posted.map(({ to }) => to)).toEqual(['reader1@readers.example.org']);
});
