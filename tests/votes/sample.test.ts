import { expect, test } from 'vitest';
import { ingestStore } from '@/lib/db/ingest-store';
import { voteStore } from '@/lib/db/votes-store';
import { renderInline } from '@/lib/jobs/render-inline';
import type { PaperId } from '@/src/papers';
import { someListing, someRecord } from '../factories/ingest-record';
import { testDatabase } from '../setup/test-database';
import { addPerson } from './people';

test('votes for sample papers survive the real ones, whichever way they come', async () => {
  const { sql } = await testDatabase();
  const [ingest, votes] = [ingestStore({ sql, render: renderInline }), voteStore(sql)];
  const { id: userId } = await addPerson(sql);
  const sample = [1, 2, 3].map((n) => someRecord(n, { kind: 'sample' }, [someListing({ source: 'sample' })]));
  await ingest.storeBatch(sample);
  const [first, second] = ['2601.00001', '2601.00002'] as [PaperId, PaperId];
  for (const paperId of [first, second]) await votes.set({ userId, paperId, at: new Date('2026-01-06T08:00:00Z') });

  // The first gives way to the real paper of the same id; the second stays until its turn; nobody voted for the third.
  await ingest.storeBatch([someRecord(1)]);
  expect(await ingest.removeSampleOnceReal()).toBe(1);
  await ingest.storeBatch([someRecord(2)]);
  expect((await votes.own(userId, [first, second])).map(({ votes }) => votes)).toEqual([1, 1]);
  expect(await ingest.countPapers()).toEqual({ real: 2, sample: 0 });
});
