import type postgres from 'postgres';

/**
 * How much a paper may be wanted, for an ORDER BY: only among papers that nobody has voted for. Not a plain 0 where it is
 * switched off, which PostgreSQL would take for a column's place.
 */
export const promise = (sql: postgres.Sql, interest: boolean): postgres.Fragment =>
  interest ? sql`(CASE WHEN votes = 0 THEN interest ELSE 0 END)` : sql`(0 * votes)`;
