import type postgres from 'postgres';

/** Whether listing `l` of paper `p` is one that the feed shows: announced in a carried category, or picked, and not hidden. */
export const isShown = (sql: postgres.Sql, carried: string[]) => sql`
  (NOT p.hidden AND (l.picked OR (l.announced IN ('new', 'cross') AND p.categories && ${carried}::text[])))`;
