import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { isReserved, NEWCOMER_PREFIX } from './reserved-handles';

/** A person's public name in addresses and mentions: 3 to 30 of a–z, 0–9 and single hyphens between them. */
export type Handle = string & { readonly __brand: 'Handle' };
export type BadHandle = Refusal<'bad-handle' | 'reserved-handle'>;

const SHORTEST = 3;
const LONGEST = 30;
const SHAPE = /^[a-z0-9](?:-?[a-z0-9])*$/;

const bad = (message: string): Result<Handle, BadHandle> => refuse('bad-handle', message);
const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Parses what somebody typed as a handle. Capitals become small; everything else that is not allowed is refused. */
export function parseHandle(input: string): Result<Handle, BadHandle> {
  const text = input.replace(/^@/, '').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const hidden = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.exec(text)?.[0];
  if (hidden === ' ') return bad('A handle has no blanks. Put a hyphen in its place.');
  if (hidden) return bad(`This holds an invisible character (${codePoint(hidden)}). Type the handle anew.`);
  const foreign = /[^\u0020-\u007e]/u.exec(text)?.[0];
  if (foreign) {
    return bad(
      `“${foreign}” (${codePoint(foreign)}) is not one of the letters a to z, though it may look like one. A handle has only a–z, 0–9 and hyphens.`,
    );
  }
  if (text.length < SHORTEST || text.length > LONGEST) {
    return bad(`A handle has ${SHORTEST} to ${LONGEST} characters.`);
  }
  if (!SHAPE.test(text)) return bad('A handle has only a–z, 0–9 and single hyphens between them.');
  if (isReserved(text))
    return refuse('reserved-handle', 'This handle is kept free, so that nobody can pose as the site.');
  return ok(text as Handle);
}

/** The handle of an account whose person has not chosen one. `random` is lower-case letters and digits. */
export const newcomerHandle = (random: string): Handle => `${NEWCOMER_PREFIX}${random}` as Handle;

/**
 * Handles to offer, best first, from what is known of a person: a name, or the part of an address before the @.
 * All parse; which are free is for the store to say.
 */
export function proposeHandles(seed: string, year: number): Handle[] {
  const base = seed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST - 5)
    .replace(/^-+|-+$/g, '');
  const tries = [base, `${base}-reads`, `${base}-${year}`, `${base}${year % 100}`, `the-${base}`];
  return tries.flatMap((text) => {
    const parsed = parseHandle(text);
    return parsed.ok ? [parsed.value] : [];
  });
}
