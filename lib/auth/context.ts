import { sql } from '@/lib/db/sql';
import { env } from '@/lib/env';

/** The database of the process; the launcher has set its address. */
export function database(): ReturnType<typeof sql> {
  const { DATABASE_URL } = env();
  if (DATABASE_URL === undefined) throw new Error('DATABASE_URL is not set: start with npm start, or set it.');
  return sql(DATABASE_URL);
}

/** The secret that signs sessions. `npm start` makes and keeps one where none is set. */
export function authSecret(): string {
  const { AUTH_SECRET } = env();
  if (AUTH_SECRET === undefined) throw new Error('AUTH_SECRET is not set: start with npm start, or set it.');
  return AUTH_SECRET;
}
