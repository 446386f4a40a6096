const TEX_ACCENT = /\\(?:["'`^~=.][ \t]*|[uvHcbdrk](?:[ \t]+|(?=\{)))\{?\\?([A-Za-z])\}?/g;
const TEX_COMMAND = /\\[A-Za-z]+/g;
const WORD = /[a-z]+|[0-9]+/g;
const TERM = /[a-z0-9]+/g;
const BEYOND_ASCII = /[^\0-\x7f]/;
// Letters that Unicode does not take apart into a plain letter and an accent.
const LETTERS: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

/** Lower case, without accents, and without TeX accents and commands: `na\"ive`, `naïve` and `Naive` are one. */
function plainLetters(text: string): string {
  const cleaned = text.includes('\\') ? text.replace(TEX_ACCENT, '$1').replace(TEX_COMMAND, ' ') : text;
  const lower = cleaned.toLowerCase();
  if (!BEYOND_ASCII.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[łøđıßæœ]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Runs of letters or of digits, as the embedding was trained on them (tests/training/texts.py does the same). */
export const words = (text: string): string[] => plainLetters(text).match(WORD) ?? [];

/** Runs of letters and digits, as words are looked up: `yolov8` stays one. */
export const surfaceWords = (text: string): string[] => plainLetters(text).match(TERM) ?? [];
