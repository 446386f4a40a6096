// Letters that Unicode does not take apart into a base letter and an accent.
const UNDIVIDED: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ' },
};

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}+#]*/gu;

/**
 * A text as its words, for comparison: case and accents folded, all else dropped, a blank on either side of each word. So
 * ` graph neural ` is found in it where the two words stand side by side, and not inside of other words.
 */
export function foldWords(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþıς]/g, (letter) => UNDIVIDED[letter] ?? letter);
  const words = plain.match(TOKEN);
  return words === null ? '' : ` ${words.join(' ')} `;
}
