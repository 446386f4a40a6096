const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ȷ: 'j',
  ħ: 'h',
  ŋ: 'ng',
  ə: 'e',
};

/**
 * The key of a name for `/authors/{key}`: lower-case ASCII words joined by `-`, equal for spellings with and without
 * accents. Letters of other scripts are kept apart by their code points, so that no two such names share a key.
 */
export function authorKey(name: string): string {
  const folded = name
    .slice(0, 300)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘ʼ`´.]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^ ?the /, '');
  let key = '';
  for (const char of folded) {
    if (char === ' ') key += '-';
    else if (/[a-z0-9]/.test(char)) key += char;
    else key += LETTERS[char] ?? `u${(char.codePointAt(0) as number).toString(16)}`;
  }
  return key.replace(/^-+|-+$/g, '').slice(0, 120) || 'unnamed';
}
