import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtInModel } from '@/lib/search/built-in-model';
import { sharedData } from '../setup/shared-data';
import { fact, heading, progress } from './report';
import { type Collection, readCollection } from './search/collection';
import { judgeKin, type KinScores } from './search/kin';
import { mean, ndcg, pairedInterval, recall } from './search/measures';
import { indexOf, type Ranker, rankersOf } from './search/rankers';
import { type AsyncRanker, withTsRank } from './search/ts-rank';

// npm run bench:search [-- FOLDER…]: how well what is relevant is found, for every collection in the layout of BEIR that
// a folder is or holds. Without a folder, the recorded collections.

type Scores = { ndcg: number[]; recall: number[] };

/** Over many documents `ts_rank` takes seconds a question; it is asked the first ones. */
const MANY_DOCUMENTS = 50_000;
const FIRST_QUESTIONS = 120;

async function judge(
  { queries, judged }: Pick<Collection, 'queries' | 'judged'>,
  ranker: Ranker | AsyncRanker,
): Promise<Scores> {
  const scores: Scores = { ndcg: [], recall: [] };
  for (const { id, text, excluded } of queries) {
    const own = judged.get(id) ?? new Map<string, number>();
    const ranking = (await ranker(text, 101)).filter((document) => document !== excluded);
    scores.ndcg.push(ndcg(ranking, own, 10));
    scores.recall.push(recall(ranking, own, 100));
  }
  return scores;
}

const shown = (value: number): string => value.toFixed(3).replace(/^0\./, '.');
const row = ({ ndcg, recall }: Scores): string => `${shown(mean(ndcg))} / ${shown(mean(recall))}`;

function against(name: string, ours: Scores, other: Scores): void {
  const interval = (a: number[], b: number[]) =>
    pairedInterval(a.slice(0, b.length), b)
      .map((value) => `${value < 0 ? '−' : '+'}${shown(Math.abs(value))}`)
      .join(' … ');
  fact(`  fused against ${name}`, `${interval(ours.ndcg, other.ndcg)}  /  ${interval(ours.recall, other.recall)}`);
}

async function measure(folder: string): Promise<void> {
  const collection = readCollection(folder, sharedData('arxiv', 'papers.jsonl.gz'));
  if (!collection) return;
  const { name, documents, queries } = collection;
  progress(`${name}: ${documents.length.toLocaleString('en')} documents`);
  const model = builtInModel();
  const index = indexOf(documents, model);
  const kin = judgeKin(collection, index);
  const rankers = rankersOf(index, model);
  const bm25 = await judge(collection, rankers.bm25);
  const dense = await judge(collection, rankers.dense);
  const fused = await judge(collection, rankers.fused);
  const asked = documents.length > MANY_DOCUMENTS ? queries.slice(0, FIRST_QUESTIONS) : queries;
  const tsRank = await withTsRank(documents, (ranker) => judge({ ...collection, queries: asked }, ranker));
  heading(
    `${name}: ${documents.length.toLocaleString('en')} documents, ${queries.length} queries (nDCG@10 / Recall@100)`,
  );
  for (const [what, scores] of Object.entries({
    BM25: bm25,
    dense,
    'fused, with feedback': fused,
    [`PostgreSQL ts_rank${asked.length < queries.length ? `, the first ${asked.length} queries` : ''}`]: tsRank,
  }))
    fact(what, row(scores));
  against('BM25', fused, bm25);
  against('dense', fused, dense);
  against('ts_rank', fused, tsRank);
  if (kin) tellKin(kin);
}

function tellKin({ nDcg10, nDcg20, precision }: KinScores): void {
  fact('similar papers, within what was judged', `nDCG@10 ${shown(mean(nDcg10))}, nDCG%20 ${shown(mean(nDcg20))}`);
  fact('  mean average precision', shown(mean(precision)));
}

const isCollection = (folder: string): boolean =>
  existsSync(join(folder, 'queries.jsonl')) || existsSync(join(folder, 'queries.jsonl.gz'));

function collectionsIn(folder: string): string[] {
  if (isCollection(folder)) return [folder];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter(isCollection);
}

const named = process.argv.slice(2);
const folders = named.length > 0 ? named : [sharedData('ir')].flatMap((found) => found ?? []);
if (folders.length === 0) fact('nothing to measure', 'name a folder of collections: npm run bench:search -- FOLDER');
for (const folder of folders.flatMap(collectionsIn)) await measure(folder);
