import type { Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';

const LONGEST = 60;
// Invisible, direction-changing, unassigned or private characters, and all line ends.
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
// A tower of marks on one letter covers the lines around it.
const TOWER = /(\p{M}{3})\p{M}+/gu;

/** A display name as it may be shown: NFC, one line, nothing invisible, no towers of accents. */
export const cleanDisplayName = (input: string): string =>
  input
    .slice(0, 1_000)
    .normalize('NFC')
    .replace(/[\t\n\r]/g, ' ')
    .replace(UNSEEN, '')
    .replace(TOWER, '$1')
    .replace(/\p{Z}+/gu, ' ')
    .trim();

/** Parses what somebody typed as his name. Empty is allowed: the handle is shown then. */
export function parseDisplayName(input: string): Result<string> {
  const name = cleanDisplayName(input);
  if ([...name].length > LONGEST || name.length > 80) {
    return refuse('long-name', `A name has at most ${LONGEST} characters.`);
  }
  return ok(name);
}
