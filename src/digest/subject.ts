import { type EditionKey, editionName } from './edition';
import { plainLine, shortened } from './plain-line';

const LONGEST_TITLE = 110;

/** A mail's subject: the day, the first paper, and how many more there are. */
export function subjectOf(edition: EditionKey, titles: readonly string[]): string {
  const first = shortened(plainLine(titles[0] ?? ''), LONGEST_TITLE) || 'Untitled';
  const more = titles.length - 1;
  return `${editionName(edition)}: ${first}${more > 0 ? ` and ${more} more` : ''}`;
}
