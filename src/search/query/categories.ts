import { CATEGORY_CODES, categoryName } from '@/src/shared';
import type { Suggestion } from '../search-store';
import { isOneLetterAway } from './near-word';

const archiveOf = (code: string): string => code.split('.')[0] ?? code;
const ARCHIVES = [...new Set(CATEGORY_CODES.map(archiveOf))];
const BY_SMALL = new Map([...CATEGORY_CODES, ...ARCHIVES].map((code) => [code.toLowerCase(), code]));

/** The code or archive that a reader means, whatever the case: `CS.cl` is cs.CL. */
export const categoryByCode = (typed: string): string | undefined => BY_SMALL.get(typed.toLowerCase());

/** A known code that is one letter away from what was typed, or ends like it (`CL`). */
export function nearCategory(typed: string): string | undefined {
  const small = typed.toLowerCase();
  if (small.length < 2 || small.length > 24) return undefined;
  const all = [...BY_SMALL];
  const found =
    all.find(([known]) => known.endsWith(`.${small}`)) ??
    all.find(([known]) => known.replace('.', '') === small.replace(/[\s._-]/g, '')) ??
    (small.length > 2 ? all.find(([known]) => isOneLetterAway(known, small)) : undefined);
  return found?.[1];
}

/** The codes that one stands for: itself, and for an archive all of its own. */
export function codesOf(code: string): string[] {
  const own = CATEGORY_CODES.filter((known) => known.startsWith(`${code}.`));
  return CATEGORY_CODES.includes(code) ? [code, ...own] : own;
}

/** Categories whose code, or a word of whose name, begins with what was typed. */
export function categoriesLike(typed: string): Suggestion[] {
  const small = typed.trim().toLowerCase();
  if (small.length < 2) return [];
  return CATEGORY_CODES.filter((code) => {
    const name = categoryName(code).toLowerCase();
    return code.toLowerCase().startsWith(small) || name.startsWith(small) || name.includes(` ${small}`);
  }).map((code) => ({ kind: 'category', text: categoryName(code), key: code }));
}
