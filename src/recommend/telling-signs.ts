import type { InterestModel } from './interest-model';
import type { Weight } from './interest-store';

/** What moves a model's scores most, for people to read: signs and words with their log-odds, the strongest first. */
export function tellingSigns(model: InterestModel, count: number): { raises: Weight[]; lowers: Weight[] } {
  // A word's share of a typical abstract's row: a twelfth of it, once.
  const typical = 1 / 12;
  const words = (field: InterestModel['title'], where: string): Weight[] =>
    [...field].flatMap(([word, { weight }]) =>
      word === '#' || word.length < 3 ? [] : [{ sign: `“${word}” in the ${where}`, weight: weight * typical }],
    );
  const all = [
    ...[...model.signs].map(([sign, weight]) => ({ sign, weight })),
    ...words(model.title, 'title'),
    ...words(model.abstract, 'abstract'),
  ].sort((a, b) => b.weight - a.weight || (a.sign < b.sign ? -1 : 1));
  return { raises: all.slice(0, count), lowers: all.slice(-count).reverse() };
}
