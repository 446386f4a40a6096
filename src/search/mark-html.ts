import { htmlPieces, type Piece } from './html-pieces';

export type Matcher = (word: string) => string | undefined;

// Character references stand for signs, and their names are no words.
const WORD = /&[#\w]+;|[\p{L}\p{N}\p{M}]+/gu;

/** The text with every word that is meant in `<mark>`; `found` hears which terms those were. */
export const markText = (text: string, matcher: Matcher, found?: (term: string) => void): string =>
  text.replace(WORD, (word) => {
    const term = word.startsWith('&') ? undefined : matcher(word);
    if (term === undefined) return word;
    found?.(term);
    return `<mark>${word}</mark>`;
  });

const markPiece = (piece: Piece, matcher: Matcher): string =>
  piece.tag || piece.opaque ? piece.raw : markText(piece.raw, matcher);

/** Sanitised HTML with the words that are meant in `<mark>`. Tags, formulas and code stay as they are. */
export const markHtml = (html: string, matcher: Matcher): string =>
  htmlPieces(html)
    .map((piece) => markPiece(piece, matcher))
    .join('');
