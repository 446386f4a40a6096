import { htmlPieces, type Piece } from './html-pieces';
import { type Matcher, markText } from './mark-html';

/** A sentence, or the tag of a block between sentences. */
type Part = { html: string; isSentence: boolean; terms: Set<string>; length: number };

const BLOCKS = new Set(['p', 'ul', 'ol', 'li']);
const SENTENCE_END = /[.!?](?:["'”’)\]]|&quot;)*\s+(?=["“‘(]?[\p{Lu}\p{N}]|$)/gu;
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|al|cf|vs|Fig|Figs|Eq|Eqs|Sec|resp|approx|etc|St|Dr|No)|\b\p{Lu})\.$/u;
/** A match that begins after so many letters is out of sight while the abstract is folded. */
const IN_SIGHT = 200;

/**
 * A sanitised abstract with the words that are meant in `<mark>` and the sentence that has most of them in `<span class="matched">`.
 * Sentences before it that would keep it out of sight are in `<span class="unmatched">`, which the page hides while folded.
 */
export function markAbstract(html: string, matcher: Matcher): string {
  const parts = sentences(htmlPieces(html), matcher);
  const most = Math.max(0, ...parts.map((part) => part.terms.size));
  const best = most === 0 ? -1 : parts.findIndex((part) => part.terms.size === most);
  const before = parts.slice(0, Math.max(best, 0)).reduce((sum, part) => sum + part.length, 0);
  return parts
    .map((part, at) => {
      if (!part.isSentence) return part.html;
      if (at === best) return `<span class="matched">${part.html}</span>`;
      return at < best && before > IN_SIGHT ? `<span class="unmatched">${part.html}</span>` : part.html;
    })
    .join('');
}

// A sentence ends only where no inline element is open, so that each is whole HTML of its own.
function sentences(pieces: readonly Piece[], matcher: Matcher): Part[] {
  const parts: Part[] = [];
  let current: Part | undefined;
  let depth = 0;
  const add = (html: string, length: number): Part => {
    current ??= { html: '', isSentence: true, terms: new Set(), length: 0 };
    current.html += html;
    current.length += length;
    return current;
  };
  const end = (): void => {
    if (current) parts.push(current);
    current = undefined;
  };
  for (const piece of pieces) {
    if (piece.tag && BLOCKS.has(piece.name)) {
      end();
      parts.push({ html: piece.raw, isSentence: false, terms: new Set(), length: 0 });
    } else if (piece.tag) {
      if (!piece.raw.endsWith('/>')) depth += piece.closes ? -1 : 1;
      add(piece.raw, 0);
    } else if (piece.opaque) {
      add(piece.raw, 0);
    } else {
      const texts = depth === 0 ? splitSentences(piece.raw) : [piece.raw];
      texts.forEach((text, at) => {
        const part = add('', text.length);
        part.html += markText(text, matcher, (term) => part.terms.add(term));
        if (at < texts.length - 1) end();
      });
    }
  }
  end();
  return parts;
}

function splitSentences(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const to = match.index + match[0].length;
    if (ABBREVIATION.test(text.slice(from, match.index + 1))) continue;
    parts.push(text.slice(from, to));
    from = to;
  }
  return [...parts, text.slice(from)];
}
