import postgres from 'postgres';
import { SearchTooBroad } from '@/src/search';

const TOO_LONG = '57014';

/**
 * Runs reads of one search in a transaction that may take no longer than `limitMs` a statement, so that nobody makes the server read
 * without end. Throws `SearchTooBroad` after that.
 */
export async function bounded<T>(
  sql: postgres.Sql,
  limitMs: number,
  work: (tx: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  try {
    const done = await sql.begin('READ ONLY', async (tx) => {
      await tx`SELECT set_config('statement_timeout', ${String(limitMs)}, true)`;
      return { value: await work(tx) };
    });
    return done.value as T;
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === TOO_LONG) throw new SearchTooBroad();
    throw error;
  }
}
