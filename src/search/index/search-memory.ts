import type { SearchRequest } from '../search-request';
import type { SearchAnswer } from '../search-store';
import { allowPapers } from './allowed-papers';
import { facetsOf } from './facets-of';
import { findMatches } from './find-matches';
import { orderMatches } from './order-matches';
import { rank } from './rank';
import type { QueryWords } from './read-words';
import { scoreWords } from './score-words';
import type { SearchIndex } from './search-index';

/** What the database found for filters that the index cannot answer, as sets of ids. Null: nothing was asked. */
export type FoundElsewhere = { only: readonly string[] | null; without: readonly string[] | null };

/** A query's words as the index knows them, and its direction; null where meaning is not known, then words alone count. */
type Understood = { words: QueryWords; meaning: Float32Array | null; elsewhere: FoundElsewhere };

/**
 * Searches the index: filters, BM25 and nearness in meaning, both fused, then what matches, counted and in its order. Words
 * that name no topic are not needed, unless there are no others.
 */
export function searchMemory(
  index: SearchIndex,
  request: SearchRequest,
  { words: read, meaning, elsewhere }: Understood,
): SearchAnswer {
  const room = index.room();
  allowPapers(index, room, request, elsewhere);
  const topical = read.terms.filter(({ generic }) => !generic);
  const needed = topical.length > 0 ? topical : read.terms;
  const bound = scoreWords(
    index,
    read.terms.map((term) => ({ ...term, needed: needed.includes(term) })),
    room,
  );
  const ranked = rank(index, { bound, vector: meaning ?? undefined, room });
  const { papers, complete } = findMatches(room, { papers: index.size, needed: needed.length, ranked });
  const facets = facetsOf(index, papers);
  const order = orderMatches(index, { matches: papers, ranked, room, meaning, page: request });
  return {
    hits: Array.from(order, (paper) => {
      const id = index.ids.at(paper) as SearchAnswer['hits'][number]['id'];
      return { id, score: ranked.scores[ranked.papers.indexOf(paper)] ?? 0 };
    }),
    total: papers.length,
    complete,
    corrections: read.corrections,
    terms: topical.map(({ stem }) => stem),
    facets,
    backend: 'memory',
  };
}
