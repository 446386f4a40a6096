import type { UtcDay } from '@/src/shared';
import type { Example, WantedEvent } from './candidate';
import type { InterestModel, WordWeight } from './interest-model';
import { FEWEST_WANTED, type KnownAuthors, knownCounts, noteAuthors } from './known-authors';
import { fittingSteps, type SparseRows } from './logistic';
import { countsOf } from './score-paper';
import { authorSigns, signsOf } from './signs';
import { wordsOf } from './words';

type Given = {
  examples: readonly Example[];
  /** Every wanted paper, also those that are no example. An author is known from the day after. */
  events: readonly WantedEvent[];
  /** Words of fewer papers are left out, and of the others the most telling are kept. */
  fewestPapers?: number;
  mostWords?: number;
};

const SIGN_VALUE = 0.15;
const SEED = 2_026;
const PASSES = 6;
const RATE = 0.3;
const RIDGE = 1;

type Row = { words: Map<string, number>; signs: string[] };

/** Trains on papers of whole days: what was wanted against the same days' other papers. */
export function trainInterest(given: Given): InterestModel {
  const steps = trainingSteps(given);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of about a millisecond, so that a server can answer requests between them. */
export function* trainingSteps({
  examples,
  events,
  fewestPapers = 10,
  mostWords = 9_000,
}: Given): Generator<void, InterestModel> {
  const inOrder = examples.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const { rows, authors } = yield* rowsOf(inOrder, events);
  const labels = Uint8Array.from(inOrder, ({ wanted }) => Number(wanted));
  const spread = new Map<string, number>();
  const signSpread = new Map<string, number>();
  for (const { words, signs } of rows) {
    for (const word of words.keys()) spread.set(word, (spread.get(word) ?? 0) + 1);
    for (const sign of signs) signSpread.set(sign, (signSpread.get(sign) ?? 0) + 1);
    yield;
  }
  const signs = keysAbove(signSpread, fewestPapers);
  const rarity = (word: string): number => Math.round(10 * Math.log(1 + rows.length / (spread.get(word) ?? 1))) / 10;
  function* fitted(words: string[]) {
    const matrix = yield* matrixOf(rows, { words, signs, rarity });
    return yield* fittingSteps(matrix, labels, { passes: PASSES, rate: RATE, ridge: RIDGE, seed: SEED });
  }
  let words = keysAbove(spread, fewestPapers);
  if (words.length > mostWords) {
    // How much a word moves scores: its weight times how much it adds to a paper's row, over the papers that have it.
    const { weights } = yield* fitted(words);
    const tells = words.map(
      (word, at) => Math.abs(weights[at] as number) * rarity(word) * Math.sqrt(spread.get(word) ?? 0),
    );
    const order = [...words.keys()].sort((a, b) => (tells[b] as number) - (tells[a] as number) || a - b);
    words = order.slice(0, mostWords).map((at) => words[at] as string);
  }
  const { weights, bias } = yield* fitted(words);
  const field = (mark: string): Map<string, WordWeight> =>
    new Map(
      words.flatMap((word, at) =>
        word.startsWith(mark) ? [[word.slice(2), { rarity: rarity(word), weight: weights[at] as number }]] : [],
      ),
    );
  return {
    bias,
    title: field('t '),
    abstract: field('a '),
    signs: new Map(signs.map((sign, at) => [sign, (weights[words.length + at] as number) * SIGN_VALUE])),
    authors: new Map([...authors].filter(([, count]) => count >= FEWEST_WANTED)),
  };
}

const keysAbove = (spread: ReadonlyMap<string, number>, fewest: number): string[] =>
  [...spread].flatMap(([key, count]) => (count >= fewest ? [key] : [])).sort();

function* rowsOf(
  examples: readonly Example[],
  events: readonly WantedEvent[],
): Generator<void, { rows: Row[]; authors: KnownAuthors }> {
  const past = events.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const authors: KnownAuthors = new Map();
  let at = 0;
  const until = (day: UtcDay | undefined): void => {
    for (let event = past[at]; event && (day === undefined || event.day < day); event = past[at]) {
      noteAuthors(authors, event.authors);
      at += 1;
    }
  };
  const rows: Row[] = [];
  for (const { paper, day } of examples) {
    yield;
    until(day);
    const title = wordsOf(paper.title);
    const abstract = wordsOf(paper.abstract);
    const words = new Map<string, number>();
    for (const [word, count] of countsOf(title)) words.set(`t ${word}`, count);
    for (const [word, count] of countsOf(abstract)) words.set(`a ${word}`, count);
    const signs = signsOf(paper, { titleWords: title.length, abstractWords: abstract.length });
    rows.push({ words, signs: [...new Set([...signs, ...authorSigns(knownCounts(authors, paper.authors))])] });
  }
  until(undefined);
  return { rows, authors };
}

type Columns = { words: readonly string[]; signs: readonly string[]; rarity: (word: string) => number };

function* matrixOf(rows: readonly Row[], { words, signs, rarity }: Columns): Generator<void, SparseRows> {
  const wordAt = new Map(words.map((word, at) => [word, { at, rarity: rarity(word) }]));
  const signAt = new Map(signs.map((sign, at) => [sign, words.length + at]));
  const size = rows.reduce((sum, row) => sum + row.words.size + row.signs.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const columns = new Int32Array(size);
  const values = new Float32Array(size);
  let end = 0;
  for (const [row, { words: counts, signs: own }] of rows.entries()) {
    const start = end;
    let square = 0;
    for (const [word, count] of counts) {
      const column = wordAt.get(word);
      if (column === undefined) continue;
      const value = (1 + Math.log(count)) * column.rarity;
      columns[end] = column.at;
      values[end] = value;
      square += value * value;
      end += 1;
    }
    for (let at = start; at < end; at++) values[at] = (values[at] as number) / Math.sqrt(square);
    for (const sign of own) {
      const column = signAt.get(sign);
      if (column === undefined) continue;
      columns[end] = column;
      values[end] = SIGN_VALUE;
      end += 1;
    }
    starts[row + 1] = end;
    yield;
  }
  return { starts, columns, values, width: words.length + signs.length };
}
