import type { WordWeight } from './interest-model';

/** A model's words, numbered, with room to count those of one text: a map for each text takes twice as long. */
type KnownWords = { numbers: Map<string, number>; weights: WordWeight[]; counts: Uint16Array };

const kept = new WeakMap<ReadonlyMap<string, WordWeight>, KnownWords>();

function knownWords(weights: ReadonlyMap<string, WordWeight>): KnownWords {
  let known = kept.get(weights);
  if (!known) {
    known = {
      numbers: new Map([...weights.keys()].map((word, number) => [word, number])),
      weights: [...weights.values()],
      counts: new Uint16Array(weights.size),
    };
    kept.set(weights, known);
  }
  return known;
}

/** Visits each word of a text that has a weight once, in the order of their first places, with how often it stands there. */
export function eachKnown(
  weights: ReadonlyMap<string, WordWeight>,
  words: readonly string[],
  visit: (weight: WordWeight, count: number) => void,
): void {
  const known = knownWords(weights);
  const found: number[] = [];
  for (const word of words) {
    const number = known.numbers.get(word);
    if (number === undefined) continue;
    const count = known.counts[number] as number;
    if (count === 0) found.push(number);
    known.counts[number] = count + 1;
  }
  for (const number of found) {
    visit(known.weights[number] as WordWeight, known.counts[number] as number);
    known.counts[number] = 0;
  }
}
