import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { setEnv } from '@/lib/env';
import * as api from '@/lib/next/hub-api';
import { aListing, storeListings } from '@/tests/factories/listing';
import { aPaper, storePapers } from '@/tests/factories/paper';
import { testDatabase } from '@/tests/setup/test-database';
import { addPerson } from '@/tests/votes/people';
import { asDocumented } from './api-document';

const { sql, url } = await testDatabase();
const ORIGIN = 'https://papers.example';
setEnv({ DATABASE_URL: url, BASE_URL: ORIGIN, SEARCH_BACKEND: 'postgres' });

const id24 = z.string().regex(/^[0-9a-f]{24}$/);
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const user = z.strictObject({
  _id: id24,
  avatarUrl: z.string(),
  fullname: z.string(),
  name: z.string(),
  user: z.string(),
  type: z.literal('user'),
  isPro: z.boolean(),
});
const organization = z.strictObject({
  _id: id24,
  name: z.string(),
  fullname: z.string(),
  avatar: z.string().optional(),
});
const extras = {
  ai_summary: z.string().optional(),
  ai_keywords: z.array(z.string()).optional(),
  githubRepo: z.string().optional(),
  githubStars: z.number().optional(),
  projectPage: z.string().optional(),
  organization: organization.optional(),
};
const paper = z.strictObject({
  id: z.string(),
  authors: z.array(z.strictObject({ _id: id24, name: z.string(), hidden: z.literal(false) })),
  publishedAt: instant,
  submittedOnDailyAt: instant.optional(),
  submittedOnDailyBy: user.optional(),
  title: z.string(),
  summary: z.string(),
  upvotes: z.number(),
  discussionId: id24,
  ...extras,
});
// Written from the contract and not from the code: what is not named there must not be sent, nor null for what is not known.
const item = z.strictObject({
  paper,
  publishedAt: instant,
  title: z.string(),
  summary: z.string(),
  thumbnail: z.url(),
  numComments: z.number(),
  submittedBy: user.extend({ isHf: z.boolean(), isHfAdmin: z.boolean(), isMod: z.boolean() }),
  isAuthorParticipating: z.boolean(),
  ...extras,
});
const piece = z.strictObject({ type: z.enum(['text', 'highlight']), text: z.string() });
const found = item
  .partial({ submittedBy: true })
  .extend({ highlightedTitle: z.array(piece), highlightedSummary: z.array(piece) });

const DAY = '2026-01-06';
const PAPERS = [
  aPaper({
    id: '2601.00001',
    title: 'Sparse attention',
    abstract: 'We attend to few tokens.',
    outside_upvotes: 3,
    code_url: 'https://code.example/sparse',
    organization: { name: 'lab', fullname: 'The Lab' },
    outside: { upvotes: 3, comments: 2, githubStars: 9, summary: 'One line.', keywords: ['attention'] },
  }),
  aPaper({ id: '2601.00002', title: 'Dense attention', outside_upvotes: 7 }),
  aPaper({ id: 'hep-th/9901001', title: 'Strings', published_at: new Date('1999-01-02T03:04:05Z') }),
  aPaper({ id: '2601.00004', title: 'Never listed' }),
];

const get = async (answer: (request: Request) => Promise<Response> | Response, path: string, headers = {}) => {
  const request = new Request(`${ORIGIN}${path}`, { headers });
  const response = await asDocumented(request, await answer(request));
  const body: unknown = response.status === 304 ? undefined : await response.json();
  return { status: response.status, headers: response.headers, body };
};
const daily = (query: string) => get(api.dailyPapers, `/api/daily_papers${query}`);
const ids = (body: unknown): string[] =>
  z
    .array(item)
    .parse(body)
    .map((one) => one.paper.id);

beforeAll(async () => {
  await storePapers(sql, PAPERS);
  const listed = PAPERS.slice(0, 3).map(({ id }) => aListing({ paper_id: id, day: DAY }));
  await storeListings(sql, listed);
  const person = await addPerson(sql);
  await sql`INSERT INTO submissions (id, paper_id, user_id, status, day, settled_at) VALUES ('aaaaaaaaaaaaaaaaaaaaaaaa', '2601.00002', ${person.id}, 'listed', ${DAY}, now())`;
});

describe('GET /api/daily_papers', () => {
  test('a day has most upvotes first, in the shape of the Hub, with what the client reads outside as well', async () => {
    const { status, body, headers } = await daily(`?date=${DAY}`);
    expect(status).toBe(200);
    expect(ids(body)).toEqual(['2601.00002', '2601.00001', 'hep-th/9901001']);
    const [dense, sparse] = z.array(item).parse(body);
    expect(sparse).toMatchObject({
      ai_summary: 'One line.',
      ai_keywords: ['attention'],
      githubRepo: 'https://code.example/sparse',
      githubStars: 9,
      numComments: 0,
      organization: { name: 'lab', fullname: 'The Lab' },
      thumbnail: `${ORIGIN}/papers/2601.00001/opengraph-image`,
      paper: { submittedOnDailyAt: `${DAY}T00:00:00.000Z`, upvotes: 3 },
    });
    expect(dense?.submittedBy.name).not.toBe('broadsheet');
    expect(sparse?.submittedBy.name).toBe('broadsheet');
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  test('is bare, and empty on a day, or of a member, that has nothing', async () => {
    expect((await daily('?date=2026-02-02')).body).toEqual([]);
    expect((await daily('?submitter=nobody')).body).toEqual([]);
    expect(ids((await daily('?week=2026-W02')).body)).toHaveLength(3);
    expect(ids((await daily('?month=2026-01')).body)).toHaveLength(3);
  });

  test('without a period has the newest first, page after page', async () => {
    const first = await daily('?limit=2');
    expect(ids(first.body)).toEqual(['2601.00002', '2601.00001']);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    expect(next).toBe(`${ORIGIN}/api/daily_papers?limit=2&p=1`);
    const second = await daily(new URL(next).search);
    expect(ids(second.body)).toEqual(['hep-th/9901001']);
    expect(second.headers.get('link')).toBeNull();
    expect(ids((await daily('?sort=trending')).body)[0]).toBe('2601.00002');
  });

  test.each([
    ['?date=2026-13-01', /^date is a day such as/],
    ['?date=2999-01-01', /has not come yet/],
    ['?week=2026-01', /^week is/],
    ['?p=-1', /^p is a whole number/],
    ['?p=1000&limit=100', /end after/],
    ['?limit=101', /^limit is a whole number from 1 to 100/],
    ['?sort=best', /^sort is publishedAt or trending/],
    [`?date=${DAY}&week=2026-W02`, /^Give one of/],
  ])('%s is refused with a sentence', async (query, message) => {
    const { status, body } = await daily(query);
    expect(status).toBe(400);
    expect((body as { error: string }).error).toMatch(message);
  });

  test('an answer that the client has already is not sent again', async () => {
    const etag = (await daily(`?date=${DAY}`)).headers.get('etag') ?? '';
    const again = await get(api.dailyPapers, `/api/daily_papers?date=${DAY}`, { 'if-none-match': etag });
    expect([again.status, again.body]).toEqual([304, undefined]);
  });
});

describe('GET /api/papers', () => {
  test('tells of one paper, by an old id or a version as well', async () => {
    for (const id of ['hep-th/9901001', 'hep-th/9901001v2']) {
      const { body } = await get((request) => api.onePaper(request, id), `/api/papers/${id}`);
      expect(body).toMatchObject({
        id: 'hep-th/9901001',
        publishedAt: '1999-01-02T03:04:05.000Z',
        linkedModels: [],
        numTotalSpaces: 0,
      });
    }
    const { body } = await get(
      (request) => api.onePaper(request, '2601.00004'),
      '/api/papers/2601.00004?field=comments',
    );
    expect(body).toMatchObject({ id: '2601.00004', comments: [] });
    expect(body).not.toHaveProperty('submittedOnDailyAt');
  });

  test.each(['2601.99999', 'nonsense', '%', '../../etc/passwd'])('of %s there is no paper', async (id) => {
    const { status, body } = await get((request) => api.onePaper(request, id), '/api/papers/x');
    expect([status, body]).toEqual([404, { error: 'Paper not found' }]);
  });

  test('lists all, newest first, from cursor to cursor', async () => {
    const seen: string[] = [];
    for (let query: string | undefined = '?limit=1'; query !== undefined; ) {
      const { body, headers } = await get(api.newestPapers, `/api/papers${query}`);
      seen.push(
        ...z
          .array(z.looseObject({ id: z.string(), numComments: z.number() }))
          .parse(body)
          .map((one) => one.id),
      );
      const next = /<([^>]+)>/.exec(headers.get('link') ?? '')?.[1];
      query = next && new URL(next).search;
    }
    expect(seen).toEqual(['2601.00004', '2601.00002', '2601.00001', 'hep-th/9901001']);
    const bad = await get(api.newestPapers, '/api/papers?cursor=yesterday');
    expect([bad.status, bad.body]).toEqual([
      400,
      { error: 'cursor is taken from the Link header of the page before.' },
    ]);
  });

  test('a search tells what it found where', async () => {
    const { body } = await get(api.searchPapers, '/api/papers/search?q=attention&limit=5');
    const items = z.array(found).parse(body);
    expect(new Set(items.map((one) => one.paper.id))).toEqual(new Set(['2601.00001', '2601.00002']));
    const sparse = items.find((one) => one.paper.id === '2601.00001');
    expect(sparse?.highlightedTitle).toEqual([
      { type: 'text', text: 'Sparse ' },
      { type: 'highlight', text: 'attention' },
    ]);
    expect(sparse).not.toHaveProperty('submittedBy');
    for (const query of ['', '?q=', `?q=${'x'.repeat(251)}`, '?q=a&limit=121'])
      expect((await get(api.searchPapers, `/api/papers/search${query}`)).status).toBe(400);
  });
});

test('hidden papers are nowhere', async () => {
  await sql`UPDATE papers SET hidden = true WHERE id = '2601.00002'`;
  expect(ids((await daily(`?date=${DAY}`)).body)).not.toContain('2601.00002');
  expect((await get((request) => api.onePaper(request, '2601.00002'), '/api/papers/2601.00002')).status).toBe(404);
  expect(JSON.stringify((await get(api.newestPapers, '/api/papers')).body)).not.toContain('2601.00002');
});
