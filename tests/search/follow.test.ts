import { afterEach, describe, expect, test, vi } from 'vitest';
import { announceChange } from '@/lib/db/announce-change';
import { ingestStore } from '@/lib/db/ingest-store';
import { followIndex } from '@/lib/db/search/follow-index';
import { renderInline } from '@/lib/jobs/render-inline';
import { silentLog } from '@/lib/log';
import type { IngestRecord } from '@/src/ingest';
import { paperTag } from '@/src/shared';
import { someRecord } from '../factories/ingest-record';
import { testDatabase } from '../setup/test-database';

const { sql, url, empty } = await testDatabase();
const store = ingestStore({ sql, render: renderInline });
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await empty();
});

const batch = (from: number, to: number): IngestRecord[] =>
  Array.from({ length: to - from + 1 }, (_, n) => someRecord(from + n));

async function follow() {
  const followed = await followIndex({ sql, databaseUrl: url, log: silentLog });
  opened.push(followed);
  return followed.current().index;
}

const soon = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 50 });

describe('the index follows the database', () => {
  test('it is loaded with what is stored, and takes in new papers, few or many', async () => {
    await store.storeBatch(batch(1, 30));
    const index = await follow();
    expect(index.papers).toBe(30);
    await store.storeBatch(batch(31, 40));
    await soon(() => expect(index.papers).toBe(40));
    // So many that they are announced without their names.
    await store.storeBatch(batch(41, 400));
    await soon(() => expect(index.papers).toBe(400));
    expect(index.outdated).toBe(0);
  });

  test('votes, hiding and deletion are followed', async () => {
    await store.storeBatch(batch(1, 3));
    const index = await follow();
    const id = '2601.00002';
    const number = index.find(id);
    await sql.begin(async (tx) => {
      await tx`UPDATE papers SET outside_upvotes = 7, hidden = true WHERE id = ${id}`;
      await announceChange(tx, [paperTag(id)]);
    });
    await soon(() => expect(index.columns.votes[number]).toBe(7));
    expect(index.columns.flags[number]).toBe(0);
    await sql.begin(async (tx) => {
      await tx`DELETE FROM papers WHERE id = ${id}`;
      await announceChange(tx, [paperTag(id)]);
    });
    await soon(() => expect(index.find(id)).toBe(-1));
  });

  test('a new text replaces the old one', async () => {
    await store.storeBatch(batch(1, 2));
    const index = await follow();
    const versions = [1, 2].map((version) => ({ version, createdAt: `2026-01-0${4 + version}T12:00:00.000Z` }));
    await store.storeBatch([someRecord(1, { title: 'Quite another title', latestVersion: 2, versions })]);
    await soon(() => expect(index.outdated).toBe(1));
    expect(index.papers).toBe(2);
  });

  test('papers without terms and vector get them in the background', async () => {
    await store.storeBatch(batch(1, 100));
    await sql`DELETE FROM paper_search WHERE paper_id > '2601.00010'`;
    const index = await follow();
    await soon(() => expect(index.papers).toBe(100));
  });
});
