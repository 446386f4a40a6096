import type { SearchRequest } from '../search-request';
import { termHash, termsOf } from '../text/paper-terms';
import { dayNumber } from './day-number';
import { FLAGS } from './paper-columns';
import type { SearchIndex } from './search-index';
import type { FoundElsewhere } from './search-memory';

type Filters = Pick<SearchRequest, 'without' | 'categories' | 'after' | 'before' | 'hasCode' | 'minVotes'>;

/** Marks by 1 the papers that pass every filter. Hidden and outdated ones never do. */
export function allowedPapers(index: SearchIndex, request: Filters, { only, without }: FoundElsewhere): Uint8Array {
  const { flags, day, votes, group } = index.columns;
  const allowed = new Uint8Array(index.size);
  const wantedFlags = FLAGS.shown | (request.hasCode ? FLAGS.code : 0);
  const from = request.after === null ? 0 : dayNumber(request.after);
  const to = request.before === null ? 65_536 : dayNumber(request.before);
  const groups = groupsOf(index, request.categories);
  for (let paper = 0; paper < allowed.length; paper++) {
    const published = day[paper] as number;
    if (((flags[paper] as number) & wantedFlags) !== wantedFlags || published < from || published >= to) continue;
    if ((votes[paper] as number) < request.minVotes || (groups && groups[group[paper] as number] !== 1)) continue;
    allowed[paper] = 1;
  }
  for (const word of request.without) excludeWord(index, word, allowed);
  if (only !== null) keepOnly(index, only, allowed);
  for (const id of without ?? []) {
    const paper = index.find(id);
    if (paper >= 0) allowed[paper] = 0;
  }
  return allowed;
}

/** Which combinations of categories hold one of these; an archive such as `cs` stands for all of its own. */
function groupsOf({ columns: { groups } }: SearchIndex, categories: readonly string[]): Uint8Array | undefined {
  if (categories.length === 0) return undefined;
  const fits = (code: string): boolean => categories.some((one) => code === one || code.startsWith(`${one}.`));
  return Uint8Array.from(groups, (codes) => (codes.some(fits) ? 1 : 0));
}

// Phrases are left to the database; one word is known here.
function excludeWord({ postings }: SearchIndex, word: string, allowed: Uint8Array): void {
  const terms = termsOf(word);
  if (terms.length !== 1) return;
  const term = postings.terms.find(termHash(terms[0] ?? ''));
  if (term >= 0)
    postings.each(term, (paper) => {
      allowed[paper] = 0;
    });
}

function keepOnly(index: SearchIndex, ids: readonly string[], allowed: Uint8Array): void {
  const kept = new Uint8Array(allowed.length);
  for (const id of ids) {
    const paper = index.find(id);
    if (paper >= 0) kept[paper] = 1;
  }
  for (let paper = 0; paper < allowed.length; paper++)
    allowed[paper] = (allowed[paper] as number) & (kept[paper] as number);
}
