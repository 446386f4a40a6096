import type { Candidate } from './candidate';
import type { InterestModel, WordWeight } from './interest-model';
import { knownCounts } from './known-authors';
import { eachKnown } from './known-words';
import { authorSigns, signsOf } from './signs';
import { wordsOf } from './words';

/** Counts of a text's words, damped: 1 + ln n, as TF-IDF has it. */
export function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * The log-odds that a paper will be wanted: the model's weights for its words (TF-IDF, of length one) and its signs. Pure
 * and the same in every process, so that a score may be stored.
 */
export function scorePaper(model: InterestModel, paper: Candidate): number {
  const title = wordsOf(paper.title);
  const abstract = wordsOf(paper.abstract);
  let sum = 0;
  let square = 0;
  const add = ({ rarity, weight }: WordWeight, count: number): void => {
    const value = (1 + Math.log(count)) * rarity;
    sum += value * weight;
    square += value * value;
  };
  eachKnown(model.title, title, add);
  eachKnown(model.abstract, abstract, add);
  let score = model.bias + (square > 0 ? sum / Math.sqrt(square) : 0);
  const signs = signsOf(paper, { titleWords: title.length, abstractWords: abstract.length });
  for (const sign of signs) score += model.signs.get(sign) ?? 0;
  for (const sign of authorSigns(knownCounts(model.authors, paper.authors))) score += model.signs.get(sign) ?? 0;
  return score;
}

const MOST = 32_000;

/** A score as it is stored and compared: thousandths of log-odds, a whole number within ±32,000. */
export const storedScore = (score: number): number => Math.max(-MOST, Math.min(MOST, Math.round(score * 1000)));
