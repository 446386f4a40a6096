import { stemOf } from '../text/paper-terms';
import { STOP_WORDS } from '../text/stop-words';
import { surfaceWords } from '../text/words';

type Text = { title: string; abstract: string };

/** The weightiest words that two papers share, as the first of them writes them; `weightOf` tells what a stem weighs. */
export function sharedWords({
  own,
  other,
  weightOf,
  limit,
}: {
  own: Text;
  other: Text;
  weightOf: ReadonlyMap<string, number>;
  limit: number;
}): string[] {
  const theirs = wordsByStem(other);
  return [...wordsByStem(own)]
    .filter(([stem]) => theirs.has(stem) && (weightOf.get(stem) ?? 0) > 0)
    .map(([stem, { word, count }]) => {
      const together = Math.min(count, theirs.get(stem)?.count ?? 0);
      return { word, weight: (1 + Math.log(together)) * (weightOf.get(stem) ?? 0) };
    })
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, limit)
    .map(({ word }) => word);
}

// Titles count twice; of the ways in which a stem is written the shortest is shown.
function wordsByStem({ title, abstract }: Text): Map<string, { word: string; count: number }> {
  const found = new Map<string, { word: string; count: number }>();
  for (const word of [...surfaceWords(title), ...surfaceWords(title), ...surfaceWords(abstract)]) {
    if (word.length < 3 || STOP_WORDS.has(word) || /^[0-9]+$/.test(word)) continue;
    const stem = stemOf(word);
    const known = found.get(stem);
    if (!known) found.set(stem, { word, count: 1 });
    else {
      known.count++;
      if (word.length < known.word.length) known.word = word;
    }
  }
  return found;
}
