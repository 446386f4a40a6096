// What an eye does not see but a program may act on: line ends, directions of writing, private characters.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** Outside text as one line of what can be seen. */
export const plainLine = (text: string): string => text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();

/** At most `most` characters of a line, cut between words. */
export function shortened(line: string, most: number): string {
  const characters = [...line];
  if (characters.length <= most) return line;
  const cut = characters.slice(0, most - 1).join('');
  const atWord = cut.replace(/\s+\S*$/, '');
  return `${(atWord.length > most / 2 ? atWord : cut).replace(/[\s,;:.–—-]+$/, '')}…`;
}
