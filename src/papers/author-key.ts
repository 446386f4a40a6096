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

const LONGEST = 120;

const withoutArticle = (name: string): string => name.trimStart().replace(/^the /, '');

/**
 * The key of a name for `/authors/{key}`: lower-case ASCII words joined by `-`, equal for spellings with and without
 * accents. Letters of other scripts are kept apart by their code points, so that no two such names share a key.
 */
export function authorKey(name: string): string {
  if (/^[a-z]+(?: [a-z]+)*$/i.test(name) && name.length <= LONGEST)
    return withoutArticle(name.toLowerCase()).replaceAll(' ', '-');
  const folded = withoutArticle(
    name
      .slice(0, LONGEST)
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/['’‘ʼ`´.]/g, ' ')
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  );
  let key = '';
  for (const char of folded) {
    if (char === ' ') key += '-';
    else if (/[a-z0-9]/.test(char)) key += char;
    else key += LETTERS[char] ?? `u${(char.codePointAt(0) as number).toString(16)}`;
  }
  return key.replace(/^-+|-+$/g, '').slice(0, LONGEST) || 'unnamed';
}
