import { countTerms, packTerms, type SearchIndex, similarPapers } from '@/src/search';
import type { Collection } from './collection';
import { averagePrecision, ndcg } from './measures';

export type KinScores = { nDcg10: number[]; nDcg20: number[]; precision: number[] };

/**
 * How well similar papers are told: where every query is a paper of the collection itself, its kin as its page would show
 * them, among the papers that people judged for it. nDCG%20 looks at the first fifth of those.
 */
export function judgeKin({ documents, queries, judged }: Collection, index: SearchIndex): KinScores | undefined {
  const known = new Map(documents.map((document) => [document.id, document]));
  if (queries.length === 0 || !queries.every(({ excluded }) => excluded !== undefined && known.has(excluded)))
    return undefined;
  const scores: KinScores = { nDcg10: [], nDcg20: [], precision: [] };
  for (const { id, excluded = '' } of queries) {
    const grades = new Map(judged.get(id));
    grades.delete(excluded);
    const { title = '', text = '' } = known.get(excluded) ?? {};
    const terms = packTerms(countTerms({ title, abstract: text }));
    const options = { terms, limit: index.size, side: 'any', candidates: index.size } as const;
    const ranking = similarPapers(index, excluded, options)
      .map((near) => near.id)
      .filter((other) => grades.has(other));
    scores.nDcg10.push(ndcg(ranking, grades, 10));
    scores.nDcg20.push(ndcg(ranking, grades, Math.ceil(grades.size / 5)));
    scores.precision.push(averagePrecision(ranking, grades));
  }
  return scores;
}
