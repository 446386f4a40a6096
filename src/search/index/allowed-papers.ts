import type { SearchRequest } from '../search-request';
import { termHash, termsOf } from '../text/paper-terms';
import { dayNumber } from './day-number';
import { FLAGS } from './paper-columns';
import type { Room } from './room';
import type { SearchIndex } from './search-index';
import type { FoundElsewhere } from './search-memory';

type Filters = Pick<SearchRequest, 'without' | 'categories' | 'after' | 'before' | 'hasCode' | 'minVotes'>;

/** Marks by 1 the papers that pass every filter. Hidden and outdated ones never do. */
export function allowPapers(index: SearchIndex, room: Room, request: Filters, { only, without }: FoundElsewhere): void {
  const { allowed } = room;
  const asksNothing =
    request.after === null && request.before === null && request.categories.length === 0 && request.minVotes <= 0;
  if (asksNothing) markShown(index, allowed, request.hasCode);
  else markFitting(index, allowed, request);
  for (const word of request.without) excludeWord(index, word, room);
  if (only !== null) keepOnly(index, only, room);
  for (const id of without ?? []) {
    const paper = index.find(id);
    if (paper >= 0) allowed[paper] = 0;
  }
}

function markShown({ columns: { flags }, size }: SearchIndex, allowed: Uint8Array, hasCode: boolean): void {
  const wanted = hasCode ? FLAGS.shown | FLAGS.code : FLAGS.shown;
  for (let paper = 0; paper < size; paper++) allowed[paper] = ((flags[paper] as number) & wanted) === wanted ? 1 : 0;
}

function markFitting(index: SearchIndex, allowed: Uint8Array, request: Filters): void {
  const { flags, day, votes, group } = index.columns;
  const papers = index.size;
  const wantedFlags = FLAGS.shown | (request.hasCode ? FLAGS.code : 0);
  const from = request.after === null ? 0 : dayNumber(request.after);
  const to = request.before === null ? 65_536 : dayNumber(request.before);
  const groups = groupsOf(index, request.categories);
  const fewest = request.minVotes > 0 ? request.minVotes : Number.NEGATIVE_INFINITY;
  for (let paper = 0; paper < papers; paper++) {
    const published = day[paper] as number;
    if (((flags[paper] as number) & wantedFlags) !== wantedFlags || published < from || published >= to) continue;
    if ((votes[paper] as number) < fewest || (groups && groups[group[paper] as number] !== 1)) continue;
    allowed[paper] = 1;
  }
}

/** Which combinations of categories hold one of these; an archive such as `cs` stands for all of its own. */
function groupsOf({ columns: { groups } }: SearchIndex, categories: readonly string[]): Uint8Array | undefined {
  if (categories.length === 0) return undefined;
  const fits = (code: string): boolean => categories.some((one) => code === one || code.startsWith(`${one}.`));
  return Uint8Array.from(groups, (codes) => (codes.some(fits) ? 1 : 0));
}

// Phrases are left to the database; one word is known here.
function excludeWord({ postings }: SearchIndex, word: string, room: Room): void {
  const terms = termsOf(word);
  if (terms.length !== 1) return;
  const count = postings.read(postings.terms.find(termHash(terms[0] ?? '')), room.postings);
  for (let at = 0; at < count; at++) room.allowed[(room.postings[at] as number) >>> 3] = 0;
}

function keepOnly(index: SearchIndex, ids: readonly string[], { allowed, list }: Room): void {
  let kept = 0;
  for (const id of ids) {
    const paper = index.find(id);
    if (paper >= 0 && allowed[paper] === 1) {
      list[kept++] = paper;
      allowed[paper] = 0;
    }
  }
  allowed.fill(0);
  for (let at = 0; at < kept; at++) allowed[list[at] as number] = 1;
}
