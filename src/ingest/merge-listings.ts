import type { UtcDay } from '@/src/shared';
import {
  ANNOUNCE_TYPES,
  type AnnounceType,
  LISTING_SOURCES,
  type ListingFacts,
  type ListingSource,
} from './paper-facts';

/** One row of a day's list, as stored. */
export type Listing = {
  day: UtcDay;
  announced: AnnounceType | undefined;
  picked: boolean;
  pickedBy: string | undefined;
  categories: string[];
  source: ListingSource;
};

const rank = (source: ListingSource): number =>
  source === 'hub' || source === 'member' ? -1 : LISTING_SOURCES.indexOf(source);
const stronger = (a: AnnounceType, b: AnnounceType): AnnounceType =>
  ANNOUNCE_TYPES.indexOf(a) <= ANNOUNCE_TYPES.indexOf(b) ? a : b;

/**
 * Adds what records tell of one paper's listings to those it has. The feed overrules a file's day, a file the schedule's
 * computed one; a paper is new on one day only. Cross-listings, replacements and picks are days of their own.
 */
export function mergeListings(known: readonly Listing[], told: readonly ListingFacts[]): Listing[] {
  const byDay = new Map(known.map((listing) => [listing.day, listing]));
  for (const facts of told) byDay.set(facts.day, mergeDay(byDay.get(facts.day), facts));
  const listings = [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  const newOn = listings
    .filter(({ announced }) => announced === 'new')
    .reduce<Listing | undefined>(
      (best, each) => (best && rank(best.source) >= rank(each.source) ? best : each),
      undefined,
    );
  return listings.flatMap((listing) => {
    if (listing.announced !== 'new' || listing === newOn) return [listing];
    return listing.picked ? [{ ...listing, announced: undefined, categories: [], source: 'hub' as const }] : [];
  });
}

function mergeDay(known: Listing | undefined, told: ListingFacts): Listing {
  const fresh: Listing = {
    day: told.day,
    announced: told.announced,
    picked: told.picked !== undefined,
    pickedBy: told.picked?.by,
    categories: unique(told.categories),
    source: told.source,
  };
  if (!known) return fresh;
  const picked = { picked: known.picked || fresh.picked, pickedBy: known.pickedBy ?? fresh.pickedBy };
  if (fresh.announced === undefined) return { ...known, ...picked };
  if (known.announced === undefined) return { ...fresh, ...picked };
  if (rank(fresh.source) < rank(known.source)) return { ...known, ...picked };
  if (rank(fresh.source) > rank(known.source)) return { ...fresh, ...picked };
  return {
    ...known,
    ...picked,
    announced: stronger(known.announced, fresh.announced),
    categories: unique([...known.categories, ...fresh.categories]),
  };
}

/** The first day on which the feed shows the paper: announced as new or cross-listed, or picked. */
export const firstListed = (listings: readonly Listing[]): UtcDay | undefined =>
  listings
    .filter(({ announced, picked }) => picked || announced === 'new' || announced === 'cross')
    .map(({ day }) => day)
    .sort()[0];

const unique = (categories: readonly string[]): string[] => [...new Set(categories)].sort();
