import { expect, test } from 'vitest';
import type { PaperId } from '@/src/papers';
import { apiFeed, apiKnowing } from '@/tests/ingest/arxiv-replay';
import { type Route, startReplayServer } from '@/tests/setup/replay-server';
import { localHostTurn } from './host-turn';
import { paperLookup } from './paper-lookup';
import { politeFetch } from './polite-fetch';

const now = () => new Date('2026-01-14T12:00:00Z');
const sleep = async () => {};
const P1 = '2601.00001' as PaperId;
const P2 = '2601.00002' as PaperId;

async function lookUp(route: Route, ids: PaperId[] = [P1]) {
  await using server = await startReplayServer({ '/api': route });
  const turn = localHostTurn({ intervalMs: 0, sleep, now });
  const fetchFast = politeFetch({ userAgent: 'test', turn, fetch, sleep, now, random: () => 0 });
  const answers = await paperLookup({ fetch: fetchFast, baseUrl: `${server.url}/api` })(ids);
  return { answers, asked: server.requests.length };
}

test('tells what the source says of each paper, in one request', async () => {
  const { answers, asked } = await lookUp(
    apiKnowing((id) => id === P1),
    [P1, P2],
  );
  expect(answers.get(P1)).toMatchObject({ kind: 'found', record: { facts: { id: P1 }, listings: [] } });
  expect(answers.get(P2)).toEqual({ kind: 'unknown' });
  expect(asked).toBe(1);
});

test.each<[string, Route]>([
  ['an error of the server', { status: 500, body: 'sorry' }],
  ['a request to come back later', { status: 503, headers: { 'retry-after': '3600' } }],
  ['a request for patience', { status: 429, body: 'Rate exceeded.' }],
  ['a page that asks for a human', { body: '<html><body>Are you a robot?</body></html>' }],
  ['half an answer', { ...(apiFeed([P2]) as object), cutAfter: 200 }],
  ['a connection that breaks', { reset: true }],
])('%s is no answer, and asked for once', async (_, route) => {
  const { answers, asked } = await lookUp(route);
  expect(answers.get(P1)).toMatchObject({ kind: 'unreachable', why: expect.stringMatching(/./) });
  expect(asked).toBe(1);
});

test('an answer about something else is not taken', async () => {
  const { answers } = await lookUp(apiFeed([P2]));
  expect([...answers.keys()]).toEqual([P1]);
  expect(answers.get(P1)).toEqual({ kind: 'unknown' });
});
