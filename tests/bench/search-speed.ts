import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';
import { startSearchThread } from '@/lib/search/thread/search-thread';
import type { SearchRequest } from '@/src/search';
import { sharedData } from '../setup/shared-data';
import { fact, heading, ratio } from './report';
import { readQueries } from './search/collection';

// Searching what the import stored: the thread with the index against PostgreSQL's ts_rank over the same words.

const QUESTIONS = 200;
const FIRST_PAGE = { limit: 25, offset: 0 };

const blank: Omit<SearchRequest, 'text'> = {
  phrases: [],
  without: [],
  authors: [],
  categories: [],
  after: null,
  before: null,
  hasCode: false,
  minVotes: 0,
  sort: 'relevance',
  ...FIRST_PAGE,
};

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;

/** Milliseconds of each question, one after the other. */
async function timed(texts: readonly string[], ask: (text: string) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const text of texts) {
    const began = performance.now();
    await ask(text);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

function compare(what: string, ours: number[], theirs: number[]): void {
  for (const [name, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
    ['p99', 0.99],
  ] as const) {
    const aim = name === 'p50' && what === 'warm' ? { aim: '8 ms' } : {};
    ratio({
      what: `${what}, ${name}`,
      ours: at(ours, share),
      theirs: at(theirs, share),
      unit: 'ms',
      than: 'ts_rank',
      ...aim,
    });
  }
}

/** Questions that people asked, where the recorded ones are there. */
function realQuestions(): string[] {
  const file = sharedData('ir', 'asq-arxiv', 'queries.jsonl');
  return file === undefined
    ? []
    : readQueries(file)
        .slice(0, QUESTIONS)
        .map(({ text }) => text);
}

/** Measures searching in process on a filled database. */
export async function benchSearch(databaseUrl: string): Promise<void> {
  const questions = realQuestions();
  if (questions.length === 0) return;
  heading('Searching in process, 200 real questions');
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  const thread = startSearchThread({
    databaseUrl,
    logLevel: 'warn',
    built: false,
    onFault: (message) => fact('fault', message),
  });
  try {
    const began = performance.now();
    await thread.ready();
    const { papers, bytes, loadMs } = await thread.ask<'stats'>({ kind: 'stats' });
    fact(
      'index',
      `${papers.toLocaleString('en')} papers, loaded in ${(loadMs / 1_000).toFixed(2)} s (aim 2 s), with its thread ${((performance.now() - began) / 1_000).toFixed(2)} s`,
    );
    fact('memory', `${Math.round(bytes / papers)} bytes a paper (aim 600)`);
    await wait(3_000);
    const ours = (text: string) =>
      thread.ask<'search'>({ kind: 'search', request: { ...blank, text }, elsewhere: { only: null, without: null } });
    const theirs = (text: string) => sql`
      WITH q AS (SELECT replace(plainto_tsquery('english', search_fold(${text}))::text, '&', '|')::tsquery AS words)
      SELECT paper_id FROM search_texts, q WHERE vector @@ q.words ORDER BY ts_rank(vector, q.words) DESC, paper_id LIMIT 25`;
    compare('cold', await timed(questions, ours), await timed(questions, theirs));
    const warm = await timed(questions, ours);
    compare('warm', warm, await timed(questions, theirs));
    ratio({
      what: 'one after the other',
      ours: rate(warm),
      theirs: rate(await timed(questions, theirs)),
      unit: '/s',
      than: 'ts_rank',
    });
  } finally {
    await thread.close();
    await sql.end({ timeout: 5 });
  }
}

const rate = (times: readonly number[]): number => (1_000 * times.length) / times.reduce((sum, time) => sum + time, 0);
