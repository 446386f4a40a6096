import { authorKey } from '@/src/papers';
import type { CitedPaper } from './cited-paper';
import { partName } from './person-name';

const LONGEST_WORD = 24;
/** Words that a title begins with and that say nothing. */
const SMALL = new Set(
  'a an the on of in to for from with and or is are do does can how what why when where which towards toward via at by as be into'.split(
    ' ',
  ),
);

const word = (text: string): string => authorKey(text).replaceAll('-', '').slice(0, LONGEST_WORD);

/** `lovelace2024sparse`: the first author's family name, the year, the first telling word of the title. */
function baseKey({ authors, title, publishedAt }: Pick<CitedPaper, 'authors' | 'title' | 'publishedAt'>): string {
  const [first] = authors;
  const name = first === undefined ? undefined : partName(first);
  const family = name === undefined ? '' : 'literal' in name ? name.literal : name.family;
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.find((one) => !SMALL.has(one.toLowerCase())) ?? words[0] ?? 'paper';
  return `${family && word(family)}${publishedAt.getUTCFullYear()}${word(telling)}`;
}

/** 1 is `a`, 26 is `z`, 27 is `aa`. */
function letters(count: number): string {
  let text = '';
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

/** Gives citation keys, each only once: one maker serves one file. Keys are lower-case ASCII letters and digits. */
export function keyMaker(): (paper: Pick<CitedPaper, 'authors' | 'title' | 'publishedAt'>) => string {
  const used = new Set<string>();
  const counts = new Map<string, number>();
  return (paper) => {
    const base = baseKey(paper);
    let key = base;
    let count = counts.get(base) ?? 0;
    while (used.has(key)) key = base + letters(++count);
    counts.set(base, count);
    used.add(key);
    return key;
  };
}
