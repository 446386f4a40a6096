import { beforeEach, describe, expect, it } from 'vitest';
import { ingestStore } from '@/lib/db/ingest-store';
import { renderInline } from '@/lib/jobs/render-inline';
import type { IngestRecord } from '@/src/ingest';
import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import { someListing, someRecord } from '../factories/ingest-record';
import { testDatabase } from '../setup/test-database';

const { sql, empty } = await testDatabase();
const store = ingestStore({ sql, render: renderInline });
beforeEach(empty);

const day = (text: string) => text as UtcDay;
const paper = async (id: string) => (await sql`SELECT *, first_listed::text AS first FROM papers WHERE id = ${id}`)[0];
const listings = (id: string) =>
  sql`SELECT day::text, announced, picked, picked_by, source, categories FROM listings WHERE paper_id = ${id} ORDER BY day`;
const everything = async () =>
  JSON.stringify([
    await sql`SELECT * FROM papers ORDER BY id`,
    await sql`SELECT * FROM listings ORDER BY day, paper_id`,
  ]);
const batch = (from: number, to: number): IngestRecord[] =>
  Array.from({ length: to - from + 1 }, (_, n) => someRecord(from + n));

describe('storing', () => {
  it('writes papers as told and as rendered, with their listings', async () => {
    const outcome = await store.storeBatch([
      someRecord(1, { title: 'Of $x$ and L\\"ow', authors: ['Bo L\\"ow'], outside: { upvotes: 3, comments: 1 } }),
    ]);
    expect(outcome).toEqual({ created: 1, updated: 0, unchanged: 0, rejects: [] });
    expect(await paper('2601.00001')).toMatchObject({
      title: 'Of $x$ and L\\"ow',
      title_text: expect.stringContaining('Löw'),
      title_html: expect.stringContaining('katex'),
      authors: ['Bo Löw'],
      author_keys: ['bo-low'],
      votes: 3,
      outside_comments: 1,
      first: '2026-01-06',
      sample: false,
    });
    expect(await listings('2601.00001')).toMatchObject([
      { day: '2026-01-06', announced: 'new', source: 'feed', categories: ['cs.CL'] },
    ]);
  });

  it('the same again changes nothing, down to the last byte', async () => {
    const records = [
      ...batch(1, 20),
      someRecord(21, { authors: ['Bo L\\"ow'], outside: { upvotes: 1, comments: 0, keywords: ['b', 'a'] } }),
    ];
    await store.storeBatch(records);
    const before = await everything();
    expect(await store.storeBatch(records)).toEqual({ created: 0, updated: 0, unchanged: 21, rejects: [] });
    expect(await everything()).toBe(before);
  });

  it('a new version updates text and version list', async () => {
    await store.storeBatch([someRecord(1)]);
    const versions = [
      { version: 1, createdAt: '2026-01-05T12:00:00.000Z' },
      { version: 2, createdAt: '2026-02-05T12:00:00.000Z' },
    ];
    const replaced = someListing({ day: day('2026-02-06'), announced: 'replace' });
    expect(
      await store.storeBatch([someRecord(1, { title: 'New title', versions, latestVersion: 2 }, [replaced])]),
    ).toMatchObject({ updated: 1 });
    expect(await paper('2601.00001')).toMatchObject({
      title_text: 'New title',
      latest_version: 2,
      versions,
      first: '2026-01-06',
    });
    expect(await listings('2601.00001')).toHaveLength(2);
  });

  it('a paper told of twice in one batch is stored once, with both listings', async () => {
    const crossed = someListing({ announced: 'cross', categories: ['cs.LG'] });
    expect(await store.storeBatch([someRecord(1), someRecord(1, {}, [crossed])])).toMatchObject({
      created: 1,
      unchanged: 1,
    });
    expect(await listings('2601.00001')).toMatchObject([{ announced: 'new', categories: ['cs.CL', 'cs.LG'] }]);
  });

  it('the feed’s day takes the place of the computed one, and the first day follows', async () => {
    await store.storeBatch([someRecord(1, {}, [someListing({ source: 'schedule' })])]);
    await store.storeBatch([someRecord(1, {}, [someListing({ day: day('2026-01-08') })])]);
    expect(await listings('2601.00001')).toMatchObject([{ day: '2026-01-08', source: 'feed' }]);
    expect(await paper('2601.00001')).toMatchObject({ first: '2026-01-08' });
  });

  it('a pick of a known paper changes votes and listings, not its text', async () => {
    await store.storeBatch([someRecord(1)]);
    const before = await paper('2601.00001');
    const pick = someRecord(1, { kind: 'hub', title: 'As the Hub has it', outside: { upvotes: 9, comments: 2 } }, [
      { day: day('2026-01-05'), picked: { by: 'ada' }, categories: [], source: 'hub' },
    ]);
    expect(await store.storeBatch([pick])).toMatchObject({ updated: 1 });
    expect(await paper('2601.00001')).toMatchObject({ title: before?.['title'], votes: 9, first: '2026-01-05' });
  });

  it('a paper that only a Hub knows is shown without categories until more is told', async () => {
    const hub = someRecord(1, { kind: 'hub' }, [{ day: day('2026-01-06'), picked: {}, categories: [], source: 'hub' }]);
    delete hub.facts.categories;
    delete hub.facts.primaryCategory;
    await store.storeBatch([hub]);
    expect(await paper('2601.00001')).toMatchObject({ primary_category: '', categories: [] });
    expect(await store.papersWithoutCategories(10)).toEqual(['2601.00001']);
    await store.storeBatch([someRecord(1)]);
    expect(await store.papersWithoutCategories(10)).toEqual([]);
  });

  it('votes of members and hidden papers survive an update', async () => {
    await store.storeBatch([someRecord(1)]);
    await sql`UPDATE papers SET upvotes = 5`;
    await store.storeBatch([someRecord(1, { title: 'Changed', latestVersion: 2 })]);
    expect(await paper('2601.00001')).toMatchObject({ title: 'Changed', upvotes: 5, votes: 5 });
  });

  it('a dry run counts and writes nothing', async () => {
    await store.storeBatch([someRecord(1)]);
    const before = await everything();
    const counted = await store.rehearseBatch([
      someRecord(1),
      someRecord(2),
      someRecord(1, { latestVersion: 2, title: 'X' }),
    ]);
    expect(counted).toMatchObject({ created: 1, updated: 1 });
    expect(await everything()).toBe(before);
  });
});

describe('poisoned records', () => {
  it('that only the database can tell are found and set aside; their batch-mates are stored', async () => {
    // What no check of ours knows: a constraint of the table alone refuses it.
    const poisoned = someRecord(13, { title: 'bad' });
    await sql`ALTER TABLE papers ADD CONSTRAINT tests_only CHECK (title <> 'bad')`;
    try {
      const outcome = await store.storeBatch([...batch(1, 12), poisoned, ...batch(14, 30)]);
      expect(outcome).toMatchObject({
        created: 29,
        rejects: [{ place: 'test:13', excerpt: '2601.00013', reason: expect.stringContaining('tests_only') }],
      });
    } finally {
      await sql`ALTER TABLE papers DROP CONSTRAINT tests_only`;
    }
    expect(await store.countPapers()).toEqual({ real: 29, sample: 0 });
  });

  it('that cannot be rendered are set aside too', async () => {
    const picky = ingestStore({
      sql,
      render: async (papers) =>
        (await renderInline(papers)).map((result, at) => (papers[at]?.title === 'bad' ? { failed: 'no' } : result)),
    });
    const outcome = await picky.storeBatch([someRecord(1), someRecord(2, { title: 'bad' })]);
    expect(outcome).toMatchObject({
      created: 1,
      rejects: [{ place: 'test:2', reason: expect.stringContaining('rendered') }],
    });
  });

  it('rejects that no column can hold are kept readable', async () => {
    const run = await store.startRun({ source: 'test', arguments: {} });
    await store.addRejects(run, [{ place: 'x', reason: 'a\0b', excerpt: '\ud835' }]);
    expect((await sql`SELECT reason, excerpt FROM ingest_rejects`)[0]).toEqual({ reason: 'a␀b', excerpt: '�' });
  });
});

describe('two ingests at once', () => {
  it('neither lose a merge nor lock each other out', async () => {
    const other = ingestStore({ sql, render: renderInline });
    const raw = batch(1, 60);
    const hub = raw.map(({ facts }, n) =>
      someRecord(n + 1, { kind: 'hub', title: 'hub', outside: { upvotes: n, comments: 0 } }, [
        {
          day: facts.id < '2601.00030' ? day('2026-01-07') : day('2026-01-09'),
          picked: {},
          categories: [],
          source: 'hub',
        },
      ]),
    );
    const backwards = [...hub].reverse();
    const parts = (records: IngestRecord[]) => [0, 20, 40].map((at) => records.slice(at, at + 20));
    await Promise.all([
      ...parts(raw).map((part) => store.storeBatch(part)),
      ...parts(backwards).map((part) => other.storeBatch(part)),
    ]);
    const rows =
      await sql`SELECT title, outside_upvotes, (SELECT count(*)::int FROM listings WHERE paper_id = id) AS lists FROM papers ORDER BY id`;
    expect(rows).toHaveLength(60);
    expect(rows.every(({ title }) => title !== 'hub')).toBe(true);
    expect(rows.map(({ outside_upvotes }) => outside_upvotes)).toEqual(raw.map((_, n) => n));
    expect(new Set(rows.map(({ lists }) => lists))).toEqual(new Set([2]));
  });
});

describe('changes are announced', () => {
  it('to every process, with the pages that they touch', async () => {
    const heard: string[] = [];
    const listening = await sql.listen('broadsheet_changes', (payload) => heard.push(...payload.split(' ')));
    await store.storeBatch([someRecord(1)]);
    await store.storeBatch([someRecord(1)]);
    await sql`SELECT pg_notify('broadsheet_changes', 'end')`;
    await expect.poll(() => heard.includes('end')).toBe(true);
    await listening.unlisten();
    expect(heard.sort()).toEqual(['day:2026-01-06', 'end', 'lists', 'paper:2601.00001']);
  });
});

describe('removal and the sample', () => {
  it('a record that its source deleted marks the paper, and stays marked', async () => {
    await store.storeBatch([someRecord(1)]);
    expect(await store.markRemoved('2601.00001' as PaperId)).toBe(true);
    expect(await store.markRemoved('2601.00001' as PaperId)).toBe(false);
    expect(await paper('2601.00001')).toMatchObject({ withdrawn: true });
  });

  it('sample papers give way to real ones and go once a real day is there', async () => {
    const sample = [1, 2].map((n) =>
      someRecord(n, { kind: 'sample', abstract: 'Ours.' }, [someListing({ source: 'sample' })]),
    );
    await store.storeBatch(sample);
    expect(await store.countPapers()).toEqual({ real: 0, sample: 2 });
    expect(await store.removeSampleOnceReal()).toBe(0);
    await store.storeBatch([someRecord(1), someRecord(3)]);
    expect(await paper('2601.00001')).toMatchObject({ sample: false, abstract: expect.not.stringContaining('Ours.') });
    expect(await store.removeSampleOnceReal()).toBe(1);
    expect(await store.countPapers()).toEqual({ real: 2, sample: 0 });
  });
});

describe('renderings of an older version', () => {
  it('are made again in bounded batches, without touching the time of change', async () => {
    await store.storeBatch(batch(1, 5));
    const fresh = await paper('2601.00001');
    await sql`UPDATE papers SET render_version = 0, title_html = 'old'`;
    expect(await store.renderStale(3)).toBe(3);
    expect(await store.renderStale(3)).toBe(2);
    expect(await store.renderStale(3)).toBe(0);
    expect(await paper('2601.00001')).toEqual(fresh);
  });
});
