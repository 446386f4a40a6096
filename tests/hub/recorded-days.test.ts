import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { setEnv } from '@/lib/env';
import * as api from '@/lib/next/hub-api';
import { describeWithSharedData } from '@/tests/setup/shared-data';
import { testDatabase } from '@/tests/setup/test-database';
import { ingestFiles } from './ingest-files';

type Recorded = { paper: { id: string; upvotes: number } }[];

const read = (path: string): Recorded => JSON.parse(gunzipSync(readFileSync(path)).toString());

describeWithSharedData('day lists against the Hub’s recorded ones', 'hub-daily', (folder) => {
  // A third of the days: enough papers that stand on two of them, and half a minute less.
  const days = readdirSync(folder)
    .filter((name) => name.endsWith('.json.gz'))
    .sort()
    .filter((_, index) => index % 3 === 0);
  const recorded = new Map(days.map((name) => [name.slice(0, 10), read(`${folder}/${name}`)]));

  beforeAll(async () => {
    const { url } = await testDatabase();
    setEnv({ DATABASE_URL: url, BASE_URL: 'https://papers.example', SEARCH_BACKEND: 'postgres' });
    await ingestFiles(
      url,
      days.map((name) => `${folder}/${name}`),
    );
  });

  async function listed(day: string): Promise<Recorded> {
    const all: Recorded = [];
    for (let query: string | undefined = `?date=${day}&limit=100`; query !== undefined; ) {
      const response: Response = await api.dailyPapers(new Request(`https://papers.example/api/daily_papers${query}`));
      expect(response.status).toBe(200);
      all.push(...((await response.json()) as Recorded));
      const next = /<([^>]+)>/.exec(response.headers.get('link') ?? '')?.[1];
      query = next && new URL(next).search;
    }
    return all;
  }

  test('the same papers, in the same order by votes', async () => {
    // A paper that stood on several days was recorded with several counts; the highest is the latest.
    const votes = new Map<string, number>();
    for (const { paper } of [...recorded.values()].flat())
      votes.set(paper.id, Math.max(votes.get(paper.id) ?? 0, paper.upvotes));
    let compared = 0;
    for (const [day, theirs] of recorded) {
      const ours = await listed(day);
      const ids = (list: Recorded): string[] => list.map(({ paper }) => paper.id);
      expect(ids(ours).sort(), day).toEqual([...new Set(ids(theirs))].sort());
      expect(
        ours.map(({ paper }) => paper.upvotes),
        day,
      ).toEqual([...new Set(ids(theirs))].map((id) => votes.get(id) ?? 0).sort((a, b) => b - a));
      for (const { paper } of ours) expect(paper.upvotes, `${day} ${paper.id}`).toBe(votes.get(paper.id));
      compared += ours.length;
    }
    expect(compared).toBeGreaterThan(1_000);
  }, 240_000);
});
