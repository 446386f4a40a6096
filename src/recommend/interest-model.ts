import { z } from 'zod';
import type { KnownAuthors } from './known-authors';

/** A word's weight, and how rare it is (the inverse document frequency that its count is multiplied by). */
export type WordWeight = { rarity: number; weight: number };

/** A trained model: what each word and sign adds to the log-odds that a paper is wanted. */
export type InterestModel = {
  bias: number;
  title: Map<string, WordWeight>;
  abstract: Map<string, WordWeight>;
  signs: Map<string, number>;
  authors: KnownAuthors;
};

/** As a file or a row of the database: short enough to ship, plain enough to read. */
export const packedModel = z.object({
  format: z.literal(1),
  bias: z.number(),
  /** `word rarity×10 weight×100`, parted by spaces. */
  title: z.string().max(2_000_000),
  abstract: z.string().max(2_000_000),
  /** `sign:weight×1000`, parted by `|`. */
  signs: z.string().max(100_000),
  /** For 2, 3, … wanted papers (the last: so many or more): base 36 differences of the authors' sorted hashes. */
  authors: z.array(z.string().max(2_000_000)).max(40),
});

export type PackedModel = z.infer<typeof packedModel>;

const packWords = (words: InterestModel['title']): string =>
  [...words]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([word, { rarity, weight }]) => `${word} ${Math.round(rarity * 10)} ${Math.round(weight * 100)}`)
    .join(' ');

function unpackWords(text: string): InterestModel['title'] {
  const parts = text.split(' ');
  const words: InterestModel['title'] = new Map();
  for (let at = 0; at + 2 < parts.length; at += 3)
    words.set(parts[at] ?? '', { rarity: Number(parts[at + 1]) / 10, weight: Number(parts[at + 2]) / 100 });
  return words;
}

const MOST_COUNTED = 20;

function packAuthors(authors: KnownAuthors): string[] {
  const byCount: number[][] = [];
  for (const [hash, count] of authors) {
    const at = Math.min(count, MOST_COUNTED) - 2;
    if (at < 0) continue;
    byCount[at] ??= [];
    byCount[at].push(hash);
  }
  return Array.from({ length: byCount.length }, (_, at) => {
    let before = 0;
    const steps = (byCount[at] ?? [])
      .sort((a, b) => a - b)
      .map((hash) => {
        const step = hash - before;
        before = hash;
        return step.toString(36);
      });
    return steps.join(' ');
  });
}

function unpackAuthors(packed: readonly string[]): KnownAuthors {
  const authors: KnownAuthors = new Map();
  for (const [at, text] of packed.entries()) {
    let hash = 0;
    for (const step of text.split(' ').filter(Boolean)) {
      hash += Number.parseInt(step, 36);
      authors.set(hash, at + 2);
    }
  }
  return authors;
}

export const packModel = ({ bias, title, abstract, signs, authors }: InterestModel): PackedModel => ({
  format: 1,
  bias: Math.round(bias * 1000) / 1000,
  title: packWords(title),
  abstract: packWords(abstract),
  signs: [...signs].map(([sign, weight]) => `${sign}:${Math.round(weight * 1000)}`).join('|'),
  authors: packAuthors(authors),
});

export const unpackModel = (packed: PackedModel): InterestModel => ({
  bias: packed.bias,
  title: unpackWords(packed.title),
  abstract: unpackWords(packed.abstract),
  signs: new Map(
    packed.signs.split('|').map((entry) => {
      const colon = entry.lastIndexOf(':');
      return [entry.slice(0, colon), Number(entry.slice(colon + 1)) / 1000];
    }),
  ),
  authors: unpackAuthors(packed.authors),
});
