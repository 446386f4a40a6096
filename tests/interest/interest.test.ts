import { beforeEach, expect, test } from 'vitest';
import { ingestStore } from '@/lib/db/ingest-store';
import { keepInterest } from '@/lib/db/interest/interest-job';
import { scoreStale } from '@/lib/db/interest/score-stale';
import { interestStore } from '@/lib/db/interest-store';
import { renderInline } from '@/lib/jobs/render-inline';
import { shippedModel } from '@/src/recommend';
import { addDays, type UtcDay } from '@/src/shared';
import { someRecord } from '../factories/ingest-record';
import { aListing, storeListings } from '../factories/listing';
import { aPaper, storePapers } from '../factories/paper';
import { testDatabase } from '../setup/test-database';

const { sql, empty } = await testDatabase();
beforeEach(empty);

const scores = () => sql<{ interest: number; model: string }[]>`
  SELECT interest, interest_model AS model FROM papers ORDER BY id`;

test('a paper is scored as it is stored, and the background job agrees', async () => {
  await ingestStore({ sql, render: renderInline }).storeBatch([someRecord(1), someRecord(2)]);
  const stored = await scores();
  expect(stored.map(({ model }) => model)).toEqual([shippedModel().name, shippedModel().name]);
  await sql`UPDATE papers SET interest = 0, interest_model = 'older'`;
  expect(await scoreStale(sql, shippedModel())).toBe(2);
  expect(await scores()).toEqual(stored);
  expect(await scoreStale(sql, shippedModel())).toBe(0);
});

test('with few votes the shipped weights stay', async () => {
  await storePapers(sql, [aPaper({ upvotes: 2 })]);
  await keepInterest(sql);
  expect(await interestStore(sql).used()).toMatchObject({ source: 'shipped', figures: null });
  const [run] = await sql<{ status: string; note: string }[]>`SELECT status, note FROM job_runs WHERE job = 'interest'`;
  expect(run).toMatchObject({ status: 'succeeded', note: expect.stringContaining('Too few votes') });
  expect((await scores()).map(({ model }) => model)).toEqual([shippedModel().name]);
});

test('with enough votes its own weights are trained, used where they are better, and everything is scored again', async () => {
  const day = '2026-01-05' as UtcDay;
  const papers = Array.from({ length: 900 }, (_, at) => {
    const wanted = at % 3 === 0;
    return aPaper({
      title: `A ${wanted ? 'comet' : 'harbour'} seen in the year of ${['oak', 'ash', 'elm', 'fir'][at % 4]}`,
      upvotes: wanted ? 1 : 0,
      categories: ['astro-ph.GA'],
    });
  });
  await storePapers(sql, papers);
  await storeListings(
    sql,
    papers.map(({ id }, at) => aListing({ paper_id: id, day: addDays(day, Math.floor(at / 30)) })),
  );
  await keepInterest(sql);
  const used = await interestStore(sql).used();
  expect(used).toMatchObject({ source: 'own' });
  expect(used.figures?.own.auc).toBeGreaterThan(used.figures?.shipped.auc ?? 1);
  expect(used.raises.map(({ sign }) => sign).join()).toContain('comet');
  expect(new Set((await scores()).map(({ model }) => model))).toEqual(new Set([used.name]));
  const [means] = await sql<{ comet: number; harbour: number }[]>`
    SELECT avg(interest) FILTER (WHERE title LIKE '%comet%')::float8 AS comet,
      avg(interest) FILTER (WHERE title LIKE '%harbour%')::float8 AS harbour FROM papers`;
  expect(means?.comet).toBeGreaterThan(means?.harbour ?? 0);
});
