import type postgres from 'postgres';

const HOURS_BETWEEN = 6;

/** Whether this process may mail the operators now; the next time is hours away, whoever asks. */
export async function takeWarningTurn(sql: postgres.Sql): Promise<boolean> {
  const taken = await sql`
    UPDATE digest_clock SET warned_at = now()
    WHERE warned_at IS NULL OR warned_at < now() - make_interval(hours => ${HOURS_BETWEEN})`;
  return taken.count > 0;
}
