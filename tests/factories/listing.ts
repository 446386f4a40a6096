import type postgres from 'postgres';

/** A row of `listings`. */
export type ListingRow = {
  day: string;
  paper_id: string;
  announced: 'new' | 'cross' | 'replace' | 'replace-cross' | null;
  categories: string[];
  picked: boolean;
  picked_by: string | null;
  source: string;
};

/** A paper's place on a day's list: announced as new, unless the test says otherwise. */
export const aListing = (over: Partial<ListingRow> & Pick<ListingRow, 'paper_id'>): ListingRow => ({
  day: '2026-01-06',
  announced: 'new',
  categories: ['cs.CL'],
  picked: false,
  picked_by: null,
  source: 'arxiv',
  ...over,
});

/** Stores listings, and sets the day on which the feed first shows each paper, as an ingest does. */
export async function storeListings(sql: postgres.Sql, listings: readonly ListingRow[]): Promise<void> {
  if (listings.length === 0) return;
  await sql`INSERT INTO listings ${sql(listings as ListingRow[])}`;
  await sql`
    UPDATE papers SET first_listed = shown.day
    FROM (
      SELECT paper_id, min(day) AS day FROM listings
      WHERE announced IN ('new', 'cross') OR picked GROUP BY paper_id
    ) AS shown
    WHERE papers.id = shown.paper_id AND papers.id = ANY (${listings.map((listing) => listing.paper_id)})`;
}
