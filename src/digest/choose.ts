import { byVotes } from '@/src/feed';
import type { Candidate, Taste, Window } from './candidate';
import { foldWords } from './words';

export type Chosen<C> = {
  /** The best first, by the order of the site's pages. */
  papers: C[];
  /** How many the reader's wishes fit, shown or not. */
  matching: number;
};

/** Whether a paper is in one of the categories, has one of the wanted words, and none of the unwanted. */
export function matches(
  { categories, includeWords, excludeWords }: Omit<Taste, 'papers'>,
  paper: Pick<Candidate, 'categories' | 'words'>,
): boolean {
  if (categories.length > 0 && !categories.some((code) => paper.categories.includes(code))) return false;
  if (includeWords.length === 0 && excludeWords.length === 0) return true;
  const words = paper.words();
  const has = (phrase: string): boolean => {
    const folded = foldWords(phrase);
    // A phrase of signs only says nothing.
    return folded !== '' && words.includes(folded);
  };
  if (excludeWords.some(has)) return false;
  const asked = includeWords.filter((phrase) => foldWords(phrase) !== '');
  return asked.length === 0 || asked.some(has);
}

/**
 * Makes ready to choose among the same papers for many readers. Withdrawn papers are none to recommend. The answer for a
 * reader is the best papers of his window within his wishes, in the published order of the site (`byVotes`).
 */
export function chooser<C extends Candidate>(candidates: readonly C[]): (taste: Taste, window: Window) => Chosen<C> {
  const ranked = candidates.filter(({ withdrawn }) => !withdrawn).sort(byVotes);
  // Most readers have the wishes of many others.
  const known = new Map<string, Chosen<C>>();
  return (taste, window) => {
    const key = JSON.stringify([taste, window.from.getTime(), window.to.getTime()]);
    const before = known.get(key);
    if (before) return before;
    const fitting = ranked.filter(
      (paper) => paper.arrivedAt > window.from && paper.arrivedAt <= window.to && matches(taste, paper),
    );
    const chosen = { papers: fitting.slice(0, taste.papers), matching: fitting.length };
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, chosen);
    return chosen;
  };
}

const REMEMBERED = 2_000;
