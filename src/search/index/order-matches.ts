import type { SearchRequest } from '../search-request';
import { FLAGS } from './paper-columns';
import { type Ranked, WORDS_SHARE } from './rank';
import type { SearchIndex } from './search-index';

type Scored = { paper: number; score: number };
type Given = {
  ranked: Ranked;
  words: Float32Array;
  request: Pick<SearchRequest, 'sort' | 'limit' | 'offset' | 'text'>;
};

/** The page of matches that was asked for, in its order. Withdrawn papers come last, and equals by their id. */
export function orderMatches(index: SearchIndex, matches: Int32Array, { ranked, words, request }: Given): Scored[] {
  const { columns, ids } = index;
  const sort = request.sort === 'relevance' && request.text.trim() === '' ? 'new' : request.sort;
  const relevance = relevanceOf(index, ranked, words);
  const primary = (paper: number): number =>
    sort === 'new'
      ? (columns.day[paper] as number)
      : sort === 'votes'
        ? (columns.votes[paper] as number)
        : relevance(paper);
  const keys = Float64Array.from(matches, (paper) => primary(paper) - (isWithdrawn(index, paper) ? 1e9 : 0));
  const wanted = Math.min(matches.length, request.offset + request.limit);
  if (wanted === 0) return [];
  const edge = keys.slice().sort()[keys.length - wanted] as number;
  const top: { paper: number; key: number }[] = [];
  for (const [at, paper] of matches.entries())
    if ((keys[at] as number) >= edge) top.push({ paper, key: keys[at] as number });
  const second = (paper: number): number => (sort === 'votes' ? (columns.day[paper] as number) : 0);
  top.sort(
    (a, b) => b.key - a.key || second(b.paper) - second(a.paper) || (ids.at(a.paper) < ids.at(b.paper) ? 1 : -1),
  );
  return top.slice(request.offset, wanted).map(({ paper }) => ({ paper, score: relevance(paper) }));
}

const isWithdrawn = ({ columns }: SearchIndex, paper: number): boolean =>
  ((columns.flags[paper] as number) & FLAGS.withdrawn) !== 0;

// Beyond the candidates the signs of the vectors have to do; those come after all candidates.
function relevanceOf(
  index: SearchIndex,
  { scoreOf, distances }: Ranked,
  words: Float32Array,
): (paper: number) => number {
  let top = 0;
  for (const score of words) if (score > top) top = score;
  const { dimensions } = index.vectors;
  return (paper) => {
    const exact = scoreOf(paper);
    if (exact !== undefined) return exact;
    const byWords = top === 0 ? 0 : (words[paper] as number) / top;
    return (
      WORDS_SHARE * byWords + (1 - WORDS_SHARE) * Math.cos((Math.PI * (distances[paper] as number)) / dimensions) - 2
    );
  };
}
