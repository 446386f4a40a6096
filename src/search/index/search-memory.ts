import type { SearchRequest } from '../search-request';
import type { SearchAnswer } from '../search-store';
import { allowedPapers } from './allowed-papers';
import { facetsOf } from './facets-of';
import { orderMatches } from './order-matches';
import { rank } from './rank';
import type { QueryWords } from './read-words';
import { scoreWords } from './score-words';
import type { SearchIndex } from './search-index';

/** What the database found for filters that the index cannot answer, as sets of ids. Null: nothing was asked. */
export type FoundElsewhere = { only: readonly string[] | null; without: readonly string[] | null };

/** A query's words as the index knows them, and its direction; null where meaning is not known, then words alone count. */
type Understood = { words: QueryWords; meaning: Float32Array | null; elsewhere: FoundElsewhere };

const NEAR_SHARE = 0.6;
const MOST_NEAR = 200;
const MOST_PARTIAL = 300;

/**
 * Searches the index. A paper matches when it holds every word of the query that names a topic, or is among the 200 that
 * are nearest by meaning and at least 0.6 as near as the nearest. Where no paper holds every word, those that hold most of
 * them come in their place, and the answer is not complete.
 */
export function searchMemory(
  index: SearchIndex,
  request: SearchRequest,
  { words: read, meaning, elsewhere }: Understood,
): SearchAnswer {
  const allowed = allowedPapers(index, request, elsewhere);
  const papers = index.size;
  const scores = new Float32Array(papers);
  const met = new Uint8Array(papers);
  const topical = read.terms.filter(({ generic }) => !generic);
  const needed = topical.length > 0 ? topical : read.terms;
  scoreWords(
    index,
    read.terms.map((term) => ({ ...term, needed: needed.includes(term) })),
    { scores, met },
  );
  const ranked = rank(index, {
    words: scores,
    vector: meaning ?? undefined,
    allowed,
    distances: new Uint16Array(papers),
  });
  const { matches, complete } = matchesOf({ index, allowed, met, scores, needed: needed.length, ranked });
  const order = orderMatches(index, matches, { ranked, words: scores, request });
  return {
    hits: order.map(({ paper, score }) => ({ id: index.ids.at(paper), score }) as SearchAnswer['hits'][number]),
    total: matches.length,
    complete,
    corrections: read.corrections,
    terms: read.terms.filter(({ generic }) => !generic).map(({ stem }) => stem),
    facets: facetsOf(index, matches),
    backend: 'memory',
  };
}

type Found = {
  index: SearchIndex;
  allowed: Uint8Array;
  met: Uint8Array;
  scores: Float32Array;
  needed: number;
  ranked: ReturnType<typeof rank>;
};

function matchesOf({ index, allowed, met, scores, needed, ranked }: Found): { matches: Int32Array; complete: boolean } {
  const papers = index.size;
  const chosen = new Uint8Array(papers);
  let whole = 0;
  for (let paper = 0; paper < papers; paper++) {
    if (allowed[paper] !== 1 || met[paper] !== needed) continue;
    chosen[paper] = 1;
    whole++;
  }
  const complete = whole > 0 || needed === 0;
  let nearestOf = 0;
  for (const paper of ranked.order) nearestOf = Math.max(nearestOf, ranked.cosineOf(paper));
  let near = 0;
  let partial = 0;
  for (const paper of ranked.order) {
    const cosine = ranked.cosineOf(paper);
    if (cosine > 0 && cosine >= NEAR_SHARE * nearestOf && near++ < MOST_NEAR) chosen[paper] = 1;
    else if (!complete && (scores[paper] as number) > 0 && partial++ < MOST_PARTIAL) chosen[paper] = 1;
  }
  let count = 0;
  for (const one of chosen) count += one;
  const matches = new Int32Array(count);
  for (let paper = 0, at = 0; at < count; paper++) if (chosen[paper] === 1) matches[at++] = paper;
  return { matches, complete };
}
