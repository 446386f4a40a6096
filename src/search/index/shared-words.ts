import { stemOf } from '../text/paper-terms';
import { STOP_WORDS } from '../text/stop-words';
import { surfaceWords } from '../text/words';

type Text = { title: string; abstract: string };

/** Fewer mentions, in both together, are by the way; a title's count twice. */
const FEWEST_MENTIONS = 3;

/**
 * The weightiest words that two papers share, as the first of them writes them; `weightOf` tells what a stem weighs. Words by
 * the way are named only where there are no others.
 */
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
  const shared = [...wordsByStem(own)]
    .filter(([stem]) => theirs.has(stem) && (weightOf.get(stem) ?? 0) > 0)
    .map(([stem, { word, count }]) => {
      const other = theirs.get(stem)?.count ?? 0;
      const weight = (1 + Math.log(Math.min(count, other))) * (weightOf.get(stem) ?? 0);
      return { word, weight, mentions: count + other };
    })
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1));
  const telling = shared.filter(({ mentions }) => mentions >= FEWEST_MENTIONS);
  return (telling.length > 0 ? telling : shared).slice(0, limit).map(({ word }) => word);
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
