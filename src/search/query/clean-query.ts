import { accentOf } from '@/src/papers';

const ACCENT_SIGN = /\\(["'`^~=.])\s?(?:\{\s?\\?([a-z])\s?\}|\\?([a-z]))/gi;
const ACCENT_NAME = /\\([uvHcdbkr])(?:\{\s?\\?([A-Za-z])\s?\}|\s\\?([A-Za-z])(?![A-Za-z]))/g;
const LETTER = /\\(ss|SS|AE|ae|OE|oe|aa|AA|o|O|l|L|i|j)(?![a-zA-Z])\s?/g;
const LETTERS: Record<string, string> = {
  ...{ ss: 'ß', SS: 'ß', AE: 'Æ', ae: 'æ', OE: 'Œ', oe: 'œ', aa: 'å', AA: 'Å' },
  ...{ o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', i: 'i', j: 'j' },
};
const FONT = /\\(?:text|math|emph)[a-z]*\s*\{/g;

/**
 * Text as a reader typed or pasted it, on one line, in NFC: TeX's accents resolved (`na\"ive`), its other commands bare
 * (`$\alpha$` becomes `$alpha$`), curly quotation marks straight, nothing invisible.
 */
export function cleanQuery(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[“”„‟«»″]/g, '"')
    .replace(ACCENT_SIGN, (_, sign: string, braced?: string, bare?: string) => accentOf(sign, braced ?? bare ?? ''))
    .replace(ACCENT_NAME, (_, name: string, braced?: string, bare?: string) => accentOf(name, braced ?? bare ?? ''))
    .replace(LETTER, (_, name: string) => LETTERS[name] ?? name)
    .replace(FONT, '')
    .replace(/[\\{}]/g, '')
    .normalize('NFC')
    .trim();
}
