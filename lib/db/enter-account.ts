import type postgres from 'postgres';

type Entry = { userId: string; adminAddresses: readonly string[] };

/**
 * Decides at each sign-in whether a person may enter and as what: false for who is suspended. Who is named in
 * ADMIN_EMAILS becomes an administrator; where nobody is, the oldest account does, once in the instance's life.
 */
export async function enterAccount(sql: postgres.Sql, { userId, adminAddresses }: Entry): Promise<boolean> {
  const [user] = await sql<{ suspended: boolean; role: string }[]>`
    SELECT suspended_at IS NOT NULL AS suspended, role FROM users WHERE id = ${userId}`;
  if (!user || user.suspended) return false;
  if (user.role === 'admin') return true;
  if (adminAddresses.length > 0) await promoteNamed(sql, adminAddresses, userId);
  else await promoteFirst(sql, userId);
  return true;
}

/** Makes the people with these confirmed addresses administrators; only `userId` when given. */
export async function promoteNamed(sql: postgres.Sql, addresses: readonly string[], userId?: string): Promise<void> {
  if (addresses.length === 0) return;
  await sql`
    UPDATE users SET role = 'admin', updated_at = now()
    WHERE email = ANY (${[...addresses]}::text[]) AND email_verified AND role <> 'admin'
      AND ${userId === undefined ? sql`true` : sql`id = ${userId}`}`;
}

// The fact's primary key decides between two that come at once; it stays, so that nobody becomes administrator because
// the first one has left.
async function promoteFirst(sql: postgres.Sql, userId: string): Promise<void> {
  await sql`
    WITH claimed AS (
      INSERT INTO instance_facts (key, value)
      SELECT 'first-admin', ${userId}
      WHERE NOT EXISTS (SELECT 1 FROM users WHERE role = 'admin')
        AND ${userId} = (SELECT id FROM users ORDER BY created_at, id LIMIT 1)
      ON CONFLICT (key) DO NOTHING
      RETURNING value
    )
    UPDATE users SET role = 'admin', updated_at = now() FROM claimed WHERE users.id = claimed.value`;
}

/** Whether nobody has become administrator yet, so that the first who signs in will. */
export async function awaitsFirstAdmin(sql: postgres.Sql): Promise<boolean> {
  const [row] = await sql<{ waits: boolean }[]>`
    SELECT NOT EXISTS (SELECT 1 FROM users WHERE role = 'admin')
      AND NOT EXISTS (SELECT 1 FROM instance_facts WHERE key = 'first-admin') AS waits`;
  return row?.waits ?? false;
}
