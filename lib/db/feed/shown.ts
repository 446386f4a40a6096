import type postgres from 'postgres';

/**
 * Whether listing `l` of paper `p` is one that the feed shows: announced in a carried category, or picked, and not hidden.
 * The sample edition is shown whole, so that an instance of any field has something to look at before arXiv answers.
 */
export const isShown = (sql: postgres.Sql, carried: string[]) => sql`
  (NOT p.hidden AND (l.picked OR (l.announced IN ('new', 'cross') AND (p.sample OR p.categories && ${carried}::text[]))))`;
