import { stemOf, termHash } from '../text/paper-terms';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const SHORTEST = 4;

/** Every word that one wrong, missing, superfluous or swapped letter away could have been meant. */
function* oneLetterAway(word: string): Generator<string> {
  for (let at = 0; at < word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    yield head + tail.slice(1);
    if (tail.length > 1) yield head + tail.charAt(1) + tail.charAt(0) + tail.slice(2);
    for (const letter of LETTERS) {
      yield head + letter + tail.slice(1);
      yield head + letter + tail;
    }
  }
  for (const letter of LETTERS) yield word + letter;
}

/** A word in so few papers may be a slip of theirs, where so many times as many have one that begins alike. */
const FEW_PAPERS = 3;
const TIMES_AS_MANY = 100;

/**
 * The word that was meant by one that no paper holds: of those one letter away the one that most papers hold, first of
 * those that begin alike. Also by one that few papers hold, if a hundred times as many hold the other. Undefined where there
 * is none, and for short words and numbers, which are too close to others.
 */
export function respell(word: string, papersWith: (hash: number) => number): string | undefined {
  if (word.length < SHORTEST || /[0-9]/.test(word)) return undefined;
  const own = papersWith(termHash(stemOf(word)));
  if (own > FEW_PAPERS) return undefined;
  let best: { word: string; weight: number } | undefined;
  for (const other of new Set(oneLetterAway(word))) {
    if (other === word) continue;
    const papers = papersWith(termHash(stemOf(other)));
    const beginsAlike = other.charAt(0) === word.charAt(0);
    if (papers === 0 || papers < own * TIMES_AS_MANY || (own > 0 && !beginsAlike)) continue;
    const weight = beginsAlike ? papers * 10 : papers;
    if (weight > (best?.weight ?? 0)) best = { word: other, weight };
  }
  return best?.word;
}
