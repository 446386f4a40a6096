import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { type Running, residentBytes } from './process';
import { fact, heading, progress } from './report';
import { untilLoaded } from './search/over-http';
import { realQuestions } from './search/questions';
import { tell, timed } from './search/timings';
import { benchAgainstRaw } from './serve';
import { startOurs } from './start';

const QUESTIONS = 200;
const MEGABYTE = 1_000_000;

/** The API and feeds against node:http, how long a search takes, and what a long export costs in memory. */
export async function benchApi(databaseUrl: string, dataDir: string, folder: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  const [day] = await sql<{ day: string }[]>`
    SELECT day::text FROM listings GROUP BY day HAVING count(*) >= 50 ORDER BY day DESC LIMIT 1`;
  const [category] = await sql<{ code: string; papers: number }[]>`
    SELECT code, count(*)::int AS papers FROM papers, unnest(categories) AS code GROUP BY code ORDER BY papers DESC LIMIT 1`;
  await sql.end();
  const { running } = await startOurs(dataDir, '/papers');
  try {
    const paths = [`/api/daily_papers?date=${day?.day}&limit=50`, `/feeds/atom/papers/date/${day?.day}`];
    for (const path of paths) {
      heading(`${path}, 32 connections`);
      for (const encoding of ['identity', 'gzip'])
        await benchAgainstRaw({ url: `${running.url}${path}`, encoding, folder });
    }
    await benchSearchCalls(running);
    heading(`Export of ${category?.code}, ${category?.papers.toLocaleString('en')} papers stored`);
    for (const pauseMs of [0, 20])
      await benchExport(running, `/citations/bibtex/categories/${category?.code}`, pauseMs);
  } finally {
    await running.stop();
  }
}

async function benchSearchCalls({ url }: Running): Promise<void> {
  const questions = realQuestions().slice(0, QUESTIONS);
  heading(`Searching through the API, ${questions.length} real questions, none asked before`);
  if (questions.length === 0) return fact('nothing to ask', 'the recorded questions are not here');
  await untilLoaded(url);
  const call = async (q: string): Promise<void> => {
    const response = await fetch(`${url}/api/papers/search?${new URLSearchParams({ q: q.slice(0, 250) })}`);
    await response.arrayBuffer();
  };
  tell('search calls never made before', await timed(questions, call));
}

/** Reads an export, with a pause after each piece, and watches the server's memory meanwhile. */
async function benchExport({ url, child }: Running, path: string, pauseMs: number): Promise<void> {
  progress(`an export, ${pauseMs} ms a piece`);
  const before = residentBytes(child.pid) ?? 0;
  let [entries, bytes, most] = [0, 0, before];
  const began = performance.now();
  await new Promise<void>((resolve, reject) => {
    get(`${url}${path}`, async (response) => {
      for await (const piece of response as AsyncIterable<Buffer>) {
        bytes += piece.length;
        entries += piece.toString('latin1').split('\n@').length - 1;
        most = Math.max(most, residentBytes(child.pid) ?? 0);
        if (pauseMs > 0) await sleep(pauseMs);
      }
      resolve();
    }).on('error', reject);
  });
  const seconds = (performance.now() - began) / 1_000;
  const told = `${(entries + 1).toLocaleString('en')} entries, ${(bytes / MEGABYTE).toFixed(1)} MB in ${seconds.toFixed(1)} s`;
  fact(
    pauseMs === 0 ? 'as fast as it comes' : 'to a slow reader',
    `${told}; memory grew by ${((most - before) / MEGABYTE).toFixed(1)} MB from ${Math.round(before / MEGABYTE)} MB`,
  );
}
