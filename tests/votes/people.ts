import type postgres from 'postgres';

let made = 0;

export type TestPerson = { id: string; handle: string; displayName: string };

/** A person as an account is stored. */
export async function addPerson(
  sql: postgres.Sql,
  { hidden = false, createdAt = new Date('2026-01-02T00:00:00Z') } = {},
): Promise<TestPerson> {
  made += 1;
  const person = { id: made.toString(16).padStart(24, '0'), handle: `person-${made}`, displayName: `Person ${made}` };
  await sql`
    INSERT INTO users (id, email, email_verified, handle, handle_chosen_at, display_name, upvotes_hidden, created_at)
    VALUES (${person.id}, ${`${person.handle}@example.org`}, true, ${person.handle}, now(), ${person.displayName},
      ${hidden}, ${createdAt})`;
  return person;
}
