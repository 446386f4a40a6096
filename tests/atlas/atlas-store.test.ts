import { beforeEach, expect, test } from 'vitest';
import { atlasStore } from '@/lib/db/atlas-store';
import { readMap } from '@/src/atlas';
import type { UtcDay } from '@/src/shared';
import { aListing, storeListings } from '../factories/listing';
import { aPaper, storePapers } from '../factories/paper';
import { testDatabase } from '../setup/test-database';

const { sql, empty } = await testDatabase();
beforeEach(empty);
const store = atlasStore(sql, ['cs.CL']);
const DAY = '2026-01-06' as UtcDay;
const read = async () => {
  const map = await readMap({ store, breathe: () => undefined }, DAY);
  if (!map.ok) throw new Error(map.refusal.message);
  return map.value;
};
const drawn = async () => (await sql<{ at: string }[]>`SELECT drawn_at::text AS at FROM day_maps`).map(({ at }) => at);

test('a map is drawn once, and again when the day holds other papers, but not for a vote', async () => {
  const papers = Array.from({ length: 8 }, () => aPaper({ interest: 5 }));
  await storePapers(sql, papers);
  await storeListings(
    sql,
    papers.map(({ id }) => aListing({ paper_id: id, day: DAY })),
  );
  const first = await read();
  expect(first.layout.places.map(({ id }) => id).sort()).toEqual(papers.map(({ id }) => id).sort());
  const [at] = await drawn();
  await sql`UPDATE papers SET upvotes = 4 WHERE id = ${papers[3]?.id ?? ''}`;
  const voted = await read();
  expect(voted.papers[0]).toMatchObject({ id: papers[3]?.id, votes: 4 });
  expect(voted.layout).toEqual(first.layout);
  expect(await drawn()).toEqual([at]);
  const late = aPaper();
  await storePapers(sql, [late]);
  await storeListings(sql, [aListing({ paper_id: late.id, day: DAY })]);
  expect((await read()).layout.places).toHaveLength(9);
  expect(await drawn()).toHaveLength(1);
});

test('the map holds what the day shows: no hidden paper, none of another category', async () => {
  const [shown, hidden, other] = [aPaper(), aPaper(), aPaper({ categories: ['math.NT'] })];
  await storePapers(sql, [shown, hidden, other]);
  await storeListings(
    sql,
    [shown, hidden, other].map(({ id }) => aListing({ paper_id: id, day: DAY })),
  );
  await sql`UPDATE papers SET hidden = true WHERE id = ${hidden.id}`;
  expect((await read()).papers.map(({ id }) => id)).toEqual([shown.id]);
});
