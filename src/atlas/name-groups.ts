import { termsOf } from './terms';

type Text = { titleText: string; abstractText: string };

const WORDS = 3;
const TITLE_WEIGHT = 2;
const PAIR_BONUS = 1.5;

/**
 * The words that tell each group from the others: class-based TF-IDF, in how many of its papers a term stands (a title counts
 * twice) times how rare it is elsewhere. A term that shares a word with one before it is left out. In the spelling used most.
 */
export function* namingSteps(papers: readonly Text[], groups: readonly number[]): Generator<void, string[][]> {
  const count = Math.max(0, ...groups.map((group) => group + 1));
  const inGroup = Array.from({ length: count }, () => new Map<string, number>());
  const papersOf = Array.from({ length: count }, () => new Map<string, number>());
  const everywhere = new Map<string, number>();
  const forms = new Map<string, Map<string, number>>();
  const sizes = Array.from({ length: count }, () => 0);
  for (const [at, { titleText, abstractText }] of papers.entries()) {
    yield;
    const group = groups[at] ?? 0;
    sizes[group] = (sizes[group] ?? 0) + 1;
    const weights = new Map<string, number>();
    for (const { key, form } of termsOf(abstractText)) note(weights, forms, { key, form, weight: 1 });
    for (const { key, form } of termsOf(titleText)) note(weights, forms, { key, form, weight: TITLE_WEIGHT });
    for (const [key, weight] of weights) {
      add(inGroup[group] as Map<string, number>, key, weight);
      add(papersOf[group] as Map<string, number>, key, 1);
      add(everywhere, key, weight);
    }
  }
  const total = papers.length;
  return inGroup.map((terms, group) => {
    const size = sizes[group] ?? 1;
    const fewest = (key: string): number => fewestPapers(size, key.includes(' '));
    const ranked = [...terms]
      .filter(([key]) => (papersOf[group]?.get(key) ?? 0) >= fewest(key))
      .map(([key, weight]) => {
        const share = weight / size;
        const others = ((everywhere.get(key) ?? 0) - weight + 1) / Math.max(1, total - size);
        const pair = key.includes(' ') ? PAIR_BONUS : 1;
        return { key, score: share * Math.log(Math.max(1, share / others)) * pair };
      })
      .sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
    const chosen: string[] = [];
    for (const { key } of ranked) {
      const words = key.split(' ');
      if (chosen.some((other) => other.split(' ').some((word) => words.includes(word)))) continue;
      chosen.push(key);
      if (chosen.length === WORDS) break;
    }
    return chosen.map((key) => spelling(forms.get(key), key));
  });
}

/** A name must fit many of a group: a word every sixth paper, a pair of words every twelfth. */
function fewestPapers(size: number, isPair: boolean): number {
  const few = Math.min(3, Math.max(1, Math.ceil(size / 5)));
  return Math.max(few, Math.ceil(size / (isPair ? 12 : 6)));
}

const add = (counts: Map<string, number>, key: string, amount: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + amount);
};

function note(
  weights: Map<string, number>,
  forms: Map<string, Map<string, number>>,
  { key, form, weight }: { key: string; form: string; weight: number },
): void {
  weights.set(key, Math.max(weight, weights.get(key) ?? 0));
  const own = forms.get(key) ?? new Map<string, number>();
  add(own, form, 1);
  forms.set(key, own);
}

const spelling = (forms: ReadonlyMap<string, number> | undefined, key: string): string =>
  [...(forms ?? [])].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? key;
