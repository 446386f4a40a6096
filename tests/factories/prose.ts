// Invented words, so that no test carries anybody's abstract.
const THINGS = ['lanterns', 'tide tables', 'card indexes', 'looms', 'weather vanes', 'ferries', 'beehives', 'orchards'];
const DEEDS = ['Sorting', 'Counting', 'Mending', 'Predicting', 'Sharing', 'Weighing', 'Tracing', 'Folding'];
const WAYS = ['by moonlight', 'without maps', 'in small steps', 'from few examples', 'under noise', 'at low cost'];
const PEOPLE = ['Ada Quill', 'Bo Lindqvist', 'Chidi Marsh', 'Dana Okafor-Reed', 'Emil Šťastný', 'Fen Zhao'];

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

/** The same words for the same number, different ones for its neighbours. */
export const inventedTitle = (n: number): string =>
  `${pick(DEEDS, n)} ${pick(THINGS, n * 3 + 1)} ${pick(WAYS, n * 5 + 2)}`;

export const inventedAbstract = (n: number): string =>
  `We ask whether ${pick(THINGS, n)} can be kept in order ${pick(WAYS, n)}. ` +
  `A study of ${n + 12} ${pick(THINGS, n + 2)} says that they can, if one begins early enough.`;

export const inventedAuthors = (n: number): string[] =>
  Array.from({ length: 1 + (n % 4) }, (_, at) => pick(PEOPLE, n + at));
