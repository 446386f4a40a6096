import { remembered } from '../text/remembered';

const LONGEST_WORD = 60;
const UNKNOWN = 0;

/** Cuts words into the pieces of a vocabulary. */
export type WordPieces = { size: number; of(word: string): readonly number[] };

/**
 * Greedy longest match from the left; pieces inside a word begin with `##`. A word of more than 60 letters, or one that no
 * pieces make up, is the first piece of the vocabulary, `[UNK]`.
 */
export function wordPieces(vocabulary: readonly string[]): WordPieces {
  const rows = new Map(vocabulary.map((piece, row) => [piece, row]));
  const longest = vocabulary.reduce((most, piece) => Math.max(most, piece.length), 1);

  const cut = (word: string): readonly number[] => {
    if (word.length > LONGEST_WORD) return [UNKNOWN];
    const pieces: number[] = [];
    for (let start = 0; start < word.length; ) {
      const mark = start === 0 ? '' : '##';
      let end = Math.min(word.length, start + longest);
      let row: number | undefined;
      while (end > start) {
        row = rows.get(mark + word.slice(start, end));
        if (row !== undefined) break;
        end--;
      }
      if (row === undefined) return [UNKNOWN];
      pieces.push(row);
      start = end;
    }
    return pieces;
  };

  return { size: vocabulary.length, of: remembered(cut) };
}
