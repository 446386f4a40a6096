const WORD = /[\p{L}\p{N}]+/gu;

/** Cuts a text into pieces, those that a search looked for marked. Pieces put together give the text. */
export function highlighted(
  isWanted: (word: string) => boolean,
): (text: string) => { type: 'text' | 'highlight'; text: string }[] {
  return (text) => {
    const pieces: { type: 'text' | 'highlight'; text: string }[] = [];
    let from = 0;
    for (const match of text.matchAll(WORD)) {
      if (!isWanted(match[0])) continue;
      if (match.index > from) pieces.push({ type: 'text', text: text.slice(from, match.index) });
      pieces.push({ type: 'highlight', text: match[0] });
      from = match.index + match[0].length;
    }
    if (from < text.length) pieces.push({ type: 'text', text: text.slice(from) });
    return pieces;
  };
}
