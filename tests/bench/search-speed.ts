import postgres from 'postgres';
import { builtInModel } from '@/lib/search/built-in-model';
import { type SearchThread, startSearchThread } from '@/lib/search/thread/search-thread';
import { fact, heading, progress, ratio } from './report';
import { benchGrowth } from './search/growth';
import { benchHttp } from './search/over-http';
import { plainRequest, realQuestions } from './search/questions';
import { compare, rate, timed } from './search/timings';

// Searching what the import stored: the thread with the index against PostgreSQL's ts_rank over the same words.

const QUESTIONS = 200;
/** `ts_rank` takes a second and more for each. */
const ASKED_OF_TS_RANK = 15;
const ENCODED = 20_000;

/** Measures encoding, searching in process and over HTTP, and growth on a filled database. */
export async function benchSearch(databaseUrl: string, dataDir: string): Promise<void> {
  const questions = realQuestions();
  if (questions.length === 0) {
    fact('nothing to ask', 'the recorded questions are not here');
    return;
  }
  const some = questions.slice(0, QUESTIONS);
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  try {
    await benchEncoding(sql);
    const perSecond = await benchThread(databaseUrl, sql, some);
    await benchGrowth(sql, some);
    // Last, because the server takes the database over and ends it.
    heading('Searching over HTTP');
    await benchHttp(dataDir, questions, perSecond);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function benchEncoding(sql: postgres.Sql): Promise<void> {
  heading('Encoding');
  const papers = await sql<{ title: string; abstract: string }[]>`
    SELECT title_text AS title, abstract_text AS abstract FROM papers ORDER BY id LIMIT ${ENCODED}`;
  const model = builtInModel();
  for (const half of [papers.slice(0, ENCODED / 2), papers.slice(ENCODED / 2)]) {
    const began = performance.now();
    for (const paper of half) model.encodePaper(paper);
    const seconds = (performance.now() - began) / 1_000;
    fact(
      'titles with abstracts',
      `${Math.round(half.length / seconds).toLocaleString('en')} /s on one core (aim 5,000)`,
    );
  }
}

/** Returns how many questions a second `ts_rank` answers. */
async function benchThread(databaseUrl: string, sql: postgres.Sql, questions: readonly string[]): Promise<number> {
  heading(`Searching in process, ${questions.length} real questions`);
  const began = performance.now();
  const onFault = (message: string): void => fact('fault', message);
  const thread = startSearchThread({ databaseUrl, logLevel: 'warn', built: false, onFault });
  try {
    await thread.ready();
    await tellIndex(thread, performance.now() - began);
    const ours = (text: string) =>
      thread.ask<'search'>({
        kind: 'search',
        request: plainRequest(text),
        elsewhere: { only: null, without: null },
      });
    const theirs = (text: string) => sql`
      WITH q AS (SELECT replace(plainto_tsquery('english', search_fold(${text}))::text, '&', '|')::tsquery AS words)
      SELECT paper_id FROM search_texts, q WHERE vector @@ q.words ORDER BY ts_rank(vector, q.words) DESC, paper_id LIMIT 25`;
    const asked = questions.slice(0, ASKED_OF_TS_RANK);
    progress(`ts_rank is asked the first ${asked.length}`);
    compare('cold', await timed(questions, ours), await timed(asked, theirs));
    const [warm, other] = [await timed(questions, ours), await timed(asked, theirs)];
    compare('warm', warm, other, '8 ms');
    ratio({ what: 'one after the other', ours: rate(warm), theirs: rate(other), unit: '/s', than: 'ts_rank' });
    return rate(other);
  } finally {
    await thread.close();
  }
}

async function tellIndex(thread: SearchThread, wholeMs: number): Promise<void> {
  const { papers, bytes, loadMs } = await thread.ask<'stats'>({ kind: 'stats' });
  const [own, whole] = [loadMs, wholeMs].map((ms) => (ms / 1_000).toFixed(2));
  fact('index', `${papers.toLocaleString('en')} papers, loaded in ${own} s (aim 2 s), with its thread ${whole} s`);
  fact('memory', `${Math.round(bytes / Math.max(1, papers))} bytes a paper (aim 600)`);
}
