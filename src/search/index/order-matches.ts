import type { SearchRequest } from '../search-request';
import { highestOf } from './highest-of';
import { FLAGS } from './paper-columns';
import { type Ranked, WORDS_SHARE } from './rank';
import type { Room } from './room';
import type { SearchIndex } from './search-index';
import { signsOf } from './signs';

type Page = Pick<SearchRequest, 'sort' | 'limit' | 'offset' | 'text'>;
type Given = {
  /** Matches, which are marked in the room as well. */
  matches: Uint32Array;
  ranked: Ranked;
  room: Room;
  meaning: Float32Array | null;
  page: Page;
};

const DAYS = 65_536;
/** Below every key of a paper that stands. */
const WITHDRAWN = 2 ** 50;

/** The page of matches that was asked for, in its order. Withdrawn papers come last, and equals by their id. */
export function orderMatches(index: SearchIndex, given: Given): Uint32Array {
  const { matches, page } = given;
  const { day, votes } = index.columns;
  const sort = page.sort === 'relevance' && page.text.trim() === '' ? 'new' : page.sort;
  const wanted = Math.min(matches.length, page.offset + page.limit);
  if (sort === 'relevance') return byRelevance(index, given, wanted).slice(page.offset, wanted);
  const keys = keysOf(index, matches, (paper) =>
    sort === 'new' ? (day[paper] as number) : (votes[paper] as number) * DAYS + (day[paper] as number),
  );
  return highestOf(matches, keys, wanted, index.ids).slice(page.offset, wanted);
}

const isWithdrawn = ({ columns }: SearchIndex, paper: number): boolean =>
  ((columns.flags[paper] as number) & FLAGS.withdrawn) !== 0;

function keysOf(index: SearchIndex, papers: Uint32Array, keyOf: (paper: number) => number): Float64Array {
  const keys = new Float64Array(papers.length);
  for (let at = 0; at < papers.length; at++) {
    const paper = papers[at] as number;
    keys[at] = keyOf(paper) - (isWithdrawn(index, paper) ? WITHDRAWN : 0);
  }
  return keys;
}

/** The ranked ones that match, and only where a page goes beyond them the rest. Takes the marks off those that are placed. */
function byRelevance(index: SearchIndex, given: Given, wanted: number): Uint32Array {
  const { matches, ranked, room } = given;
  const order = new Uint32Array(matches.length);
  let used = 0;
  for (let place = 0; place < ranked.papers.length && used < wanted; place++) {
    const paper = ranked.papers[place] as number;
    if (room.taken[paper] !== 1 || isWithdrawn(index, paper)) continue;
    room.taken[paper] = 0;
    order[used++] = paper;
  }
  if (used >= wanted) return order;
  const rest = matches.filter((paper) => room.taken[paper] === 1);
  order.set(highestOf(rest, keysOf(index, rest, roughly(index, given)), wanted - used, index.ids), used);
  return order;
}

// Beyond the candidates the signs of the vectors have to do.
function roughly(index: SearchIndex, { room, ranked: { top }, meaning }: Given): (paper: number) => number {
  const signs = meaning === null ? undefined : signsOf(meaning, index.vectors.words);
  return (paper) => {
    const byWords = top === 0 ? 0 : (room.scores[paper] as number) / top;
    if (signs === undefined) return byWords;
    return WORDS_SHARE * byWords + (1 - WORDS_SHARE) * index.vectors.roughCosine(signs, paper);
  };
}
