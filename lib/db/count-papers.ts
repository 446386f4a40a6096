import postgres from 'postgres';

/** How many papers the database holds. */
export async function countPapers(databaseUrl: string): Promise<number> {
  const sql = postgres(databaseUrl, { max: 1, fetch_types: false });
  try {
    const [row] = await sql<{ count: number }[]>`SELECT count(*)::int AS count FROM papers`;
    return row?.count ?? 0;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
