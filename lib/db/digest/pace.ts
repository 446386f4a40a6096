import type postgres from 'postgres';

/** Stops everybody for a while, longer each time in a row. While a pause lasts another answer of the same kind adds nothing. */
export async function pauseSending(
  sql: postgres.Sql,
  reason: string,
  pauseMs: (timesInRow: number) => number,
): Promise<void> {
  await sql.begin(async (tx) => {
    const [clock] = await tx<{ busy_in_row: number; paused: boolean }[]>`
      SELECT busy_in_row, paused_until > now() AS paused FROM digest_clock FOR UPDATE`;
    if (!clock || clock.paused) return;
    const times = clock.busy_in_row + 1;
    await tx`
      UPDATE digest_clock SET busy_in_row = ${times}, pause_reason = ${reason.replace(/\p{Cc}+/gu, ' ').slice(0, 500)},
        paused_until = now() + make_interval(secs => ${pauseMs(times) / 1_000})`;
  });
}

/** The server takes mail again. */
export async function resumeSending(sql: postgres.Sql): Promise<void> {
  await sql`UPDATE digest_clock SET busy_in_row = 0, pause_reason = '' WHERE busy_in_row > 0`;
}
