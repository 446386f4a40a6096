const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Lower case, without accents. */
const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđı]/g, (letter) => LETTERS[letter] ?? letter);

// What English puts behind a stem; enough to mark the words that a stemmer holds for the same.
const ENDING =
  /^(?:|s|e|es|ed|er|ers|ing|ings|or|ors|ly|al|als|ally|y|ies|ied|ion|ions|ional|ation|ations|ational|ement|ements|ment|ments|ness|ity|ities|ive|ives|ively|able|ible|ably|ance|ence|ances|ences|ant|ent|ous|ic|ics|ical|ically|ful|i[sz]e|i[sz]es|i[sz]ed|i[sz]er|i[sz]ers|i[sz]ing|i[sz]ation|i[sz]ations)$/;

/** Tells which of the terms, stems or whole words, a word of a text is a form of. */
export function termMatcher(terms: readonly string[]): (word: string) => string | undefined {
  const known = terms.map((term) => ({ term, stem: folded(term) })).filter(({ stem }) => stem !== '');
  const seen = new Map<string, string | undefined>();
  return (word) => {
    if (!seen.has(word)) seen.set(word, known.find(({ stem }) => isFormOf(folded(word), stem))?.term);
    return seen.get(word);
  };
}

function isFormOf(word: string, stem: string): boolean {
  if (word === stem) return true;
  if (stem.length < 3) return false;
  if (word.startsWith(stem) && ENDING.test(word.slice(stem.length))) return true;
  // Stemmers write studi for study.
  return stem.endsWith('i') && word.startsWith(stem.slice(0, -1)) && /^(?:y|ying)$/.test(word.slice(stem.length - 1));
}
