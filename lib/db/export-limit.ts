import type postgres from 'postgres';
import { type LimitOutcome, limit } from './rate-limit';

/** Files of whole lists that one client may take: far more than anybody reads, far fewer than would hold up the others. */
export const exportLimit =
  (sql: postgres.Sql) =>
  (client: string): Promise<LimitOutcome> =>
    limit(sql, { key: `export:${client}`, max: 60, perSeconds: 60 });
