import { beforeEach, describe, expect, test } from 'vitest';
import { planEditions } from '@/lib/db/digest/plan';
import { aListing, storeListings } from '../factories/listing';
import { aPaper, storePapers } from '../factories/paper';
import type { TestDatabase } from '../setup/test-database';
import { testDatabase } from '../setup/test-database';
import { publish } from './population';
import { type PostOffice, postOffice } from './post-office';

let db: TestDatabase;
let office: PostOffice;
beforeEach(async () => {
  db ??= await testDatabase();
  await db.empty();
  office = postOffice(db.sql);
});

const at = (time: string): Date => new Date(`2026-05-${time}:00Z`);
const plan = (time: string) => planEditions(db.sql, { carried: ['cs.CL'], now: at(time) });

type Reader = { cadence: string; hour: number; covered: Date; due: Date; words: string[]; papers: number };
let readers = 0;
/** Somebody whose editions are due at seven, UTC; the first on Tuesday, 26 May. */
async function subscribe(over: Partial<Reader> = {}): Promise<string> {
  readers += 1;
  const id = String(readers).padStart(24, '0');
  const { cadence = 'daily', hour = 7, covered = at('24T07:00'), due = at('26T07:00'), words = [], papers = 50 } = over;
  const email = `reader${readers}@example.org`;
  await db.sql`
    INSERT INTO subscribers (id, email, email_key, status, cadence, hour, zone, include_words, papers, confirmed_at, covered_until, next_due_at)
    VALUES (${id}, ${email}, ${email}, 'active', ${cadence}, ${hour}, 'UTC', ${words}, ${papers}, now(), ${covered}, ${due})`;
  return id;
}

/** The papers of each mail, by the links to their pages. */
const mails = () =>
  office.posted.map(({ message }) =>
    [...new Set([...message.text.matchAll(/org\/papers\/([\d.]+)/g)].map((match) => match[1] ?? ''))].sort(),
  );
const states = () => db.sql`SELECT state, answer, papers FROM digest_deliveries ORDER BY id`;

describe('windows', () => {
  test('a week of editions holds each paper once, however late its list, and however often it is listed', async () => {
    await subscribe();
    const news: string[] = [];
    const add = async (day: string, count = 2) =>
      news.push(...(await publish(db.sql, count, { day: `2026-05-${day}` })));
    await add('25');
    await plan('25T12:00');
    await add('26');
    await plan('26T07:03');
    await office.send();
    // The list of the 26th goes on arriving after the edition of the 26th.
    await add('26', 1);
    await add('27');
    // A paper of the first edition is picked two days later.
    await storeListings(db.sql, [
      aListing({ paper_id: news[0] ?? '', day: '2026-05-27', announced: null, picked: true }),
    ]);
    // Somebody imports an old year.
    await publish(db.sql, 5, { day: '2020-01-06' });
    await plan('27T07:01');
    await office.send();
    await add('28');
    await plan('28T07:04');
    await office.send();
    expect(mails().map((papers) => papers.length)).toEqual([4, 3, 2]);
    expect(mails().flat().sort()).toEqual(news.sort());
  });

  test('papers that were stored by a transaction which began before the cut and ended after it are in the next edition', async () => {
    await subscribe();
    const late = aPaper();
    let committed = (): void => {};
    const writing = db.sql.begin(async (tx) => {
      await tx`SELECT now()`;
      await new Promise<void>((resolve) => {
        committed = resolve;
      });
      await storePapers(tx as unknown as typeof db.sql, [late]);
      await storeListings(tx as unknown as typeof db.sql, [aListing({ paper_id: late.id, day: '2026-05-26' })]);
    });
    await publish(db.sql, 1, { day: '2026-05-26' });
    await plan('26T07:00');
    committed();
    await writing;
    await office.send();
    await plan('27T07:00');
    await office.send();
    expect(mails()).toHaveLength(2);
    expect(mails()[1]).toEqual([late.id]);
  });

  test('after an outage of five days there is one edition, with the papers of all of them', async () => {
    await subscribe();
    const news: string[] = [];
    for (const day of ['26', '27', '28', '29']) news.push(...(await publish(db.sql, 1, { day: `2026-05-${day}` })));
    expect(await plan('31T09:20')).toEqual({ queued: 1, joined: 0 });
    await office.send();
    expect(await plan('31T09:22')).toEqual({ queued: 0, joined: 0 });
    expect(mails()).toEqual([news.sort()]);
    const [{ due } = {}] = await db.sql`SELECT next_due_at AS due FROM subscribers`;
    expect(due).toEqual(new Date('2026-06-01T07:00:00Z'));
  });

  test('an edition that could not be delivered goes into the next one, and nothing is told twice', async () => {
    await subscribe();
    const first = await publish(db.sql, 1, { day: '2026-05-26' });
    await plan('26T07:00');
    const second = await publish(db.sql, 1, { day: '2026-05-27' });
    expect(await plan('27T07:00')).toEqual({ queued: 1, joined: 1 });
    await office.send();
    expect(mails()).toEqual([[...first, ...second].sort()]);
    expect((await states()).map(({ state }) => state)).toEqual(['skipped', 'sent']);
  });

  test('while an edition is being sent, the next one is not planned', async () => {
    await subscribe();
    await publish(db.sql, 1, { day: '2026-05-26' });
    await plan('26T07:00');
    await db.sql`UPDATE digest_deliveries SET state = 'sending', lease = 'x', run_at = now() + interval '5 minutes'`;
    expect(await plan('27T07:00')).toEqual({ queued: 0, joined: 0 });
    await db.sql`UPDATE digest_deliveries SET state = 'queued', lease = NULL, run_at = now()`;
    expect(await plan('27T07:02')).toEqual({ queued: 1, joined: 1 });
  });

  test('a hidden paper is left out, and told when it comes back', async () => {
    await subscribe();
    const [hidden = '', shown = ''] = await publish(db.sql, 2, { day: '2026-05-26' });
    await db.sql`UPDATE papers SET hidden = true WHERE id = ${hidden}`;
    await plan('26T07:00');
    await office.send();
    await db.sql`UPDATE papers SET hidden = false`;
    await plan('27T07:00');
    await office.send();
    expect(mails()).toEqual([[shown], [hidden]]);
  });
});

describe('the ledger', () => {
  test('where nothing is new there is no mail, and it says so', async () => {
    await subscribe({ words: ['unheard of'] });
    await publish(db.sql, 1, { day: '2026-05-26' });
    await plan('26T07:00');
    expect(await office.send()).toMatchObject({ sent: 0, skipped: 1 });
    expect(await states()).toMatchObject([{ state: 'skipped', answer: 'Nothing new for this reader.', papers: 0 }]);
    const [{ covered } = {}] = await db.sql`SELECT covered_until AS covered FROM subscribers`;
    expect(covered).toEqual(at('26T07:00'));
  });

  test('many planners at the same time make one edition and one delivery for each reader', async () => {
    for (let n = 0; n < 20; n++) await subscribe();
    await subscribe({ cadence: 'weekly' });
    await publish(db.sql, 1, { day: '2026-05-26' });
    await Promise.all(Array.from({ length: 4 }, () => plan('26T07:00')));
    await plan('26T07:02');
    const editions = await db.sql`
      SELECT e.kind, e.day::text AS day, count(*)::int AS count FROM digest_editions e
      JOIN digest_deliveries d ON d.edition_id = e.id GROUP BY e.id ORDER BY e.kind`;
    expect(editions).toEqual([
      { kind: 'daily', day: '2026-05-26', count: 20 },
      { kind: 'weekly', day: '2026-05-26', count: 1 },
    ]);
  });

  test('who changes his hour on the same day gets no second mail, and misses nothing', async () => {
    const id = await subscribe();
    const first = await publish(db.sql, 1, { day: '2026-05-26' });
    await plan('26T07:00');
    await office.send();
    await db.sql`UPDATE subscribers SET hour = 20, next_due_at = ${at('26T20:00')} WHERE id = ${id}`;
    const second = await publish(db.sql, 1, { day: '2026-05-26' });
    await plan('26T20:00');
    await office.send();
    await plan('27T20:00');
    await office.send();
    expect(mails()).toEqual([first, second]);
  });

  test('a suppressed address gets nothing, and the ledger says why', async () => {
    await subscribe();
    await db.sql`
      INSERT INTO suppressions (email_key, reason, detail) SELECT email_key, 'complaint', 'Said so.' FROM subscribers`;
    await publish(db.sql, 1, { day: '2026-05-26' });
    await plan('26T07:00');
    await office.send();
    expect(office.posted).toEqual([]);
    expect(await states()).toMatchObject([
      { state: 'suppressed', answer: 'No mail goes to this address (complaint). Said so.' },
    ]);
  });

  test('who unsubscribes between planning and sending gets nothing', async () => {
    await subscribe();
    await publish(db.sql, 1, { day: '2026-05-26' });
    await plan('26T07:00');
    await db.sql`UPDATE subscribers SET status = 'unsubscribed'`;
    await office.send();
    expect(office.posted).toEqual([]);
    expect(await states()).toMatchObject([{ state: 'skipped' }]);
  });

  test('whose data are deleted leaves a nameless row, and no mail', async () => {
    await subscribe();
    await publish(db.sql, 1, { day: '2026-05-26' });
    await plan('26T07:00');
    await db.sql`DELETE FROM subscribers`;
    await office.send();
    expect(office.posted).toEqual([]);
    expect(await states()).toMatchObject([{ state: 'skipped', answer: 'The reader’s data were deleted.' }]);
  });
});
