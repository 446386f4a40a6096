import { announcementDay } from '../announcement-day';
import { ANNOUNCE_TYPES, type AnnounceType, type ListingFacts, type PaperFacts, PRECISION } from '../paper-facts';

/**
 * The listing that arXiv's schedule gives a paper whose source does not tell when it was announced. None where only the
 * month is known.
 */
export function scheduledListing(facts: PaperFacts): ListingFacts | undefined {
  if (!facts.published || PRECISION[facts.published.precision] < PRECISION.day) return undefined;
  // A bare day says nothing of the deadline; its noon in UTC lies before it, where two thirds of them belong.
  const at = facts.published.precision === 'day' ? facts.published.at.getTime() + 12 * 3_600_000 : facts.published.at;
  return {
    day: announcementDay(new Date(at)),
    announced: 'new',
    categories: facts.categories ?? [],
    source: 'schedule',
  };
}

/** An announce type as arXiv's feeds write it. */
export const announceType = (text: string | undefined): AnnounceType | undefined =>
  ANNOUNCE_TYPES.find((type) => type === text?.trim().toLowerCase());
