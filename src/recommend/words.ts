/** Lower-case ASCII words of a text; TeX commands, formulas and addresses are left out and numbers become `#`. */
export function wordsOf(text: string): string[] {
  let plain = text;
  if (/[^\x20-\x7e]/.test(plain)) plain = plain.normalize('NFKD').replace(/\p{M}/gu, '');
  if (plain.includes('http')) plain = plain.replace(/https?:\/\/\S+/g, ' ');
  if (plain.includes('$')) plain = plain.replace(/\$[^$]*\$/g, ' ');
  if (plain.includes('\\')) plain = plain.replace(/\\[A-Za-z]+/g, ' ');
  const words = plain.toLowerCase().match(/[a-z][a-z0-9]*|[0-9]+(?:\.[0-9]+)?/g) ?? [];
  return words.map((word) => (word.charCodeAt(0) < 58 ? '#' : word));
}
