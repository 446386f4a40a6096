import postgres from 'postgres';

const kept = globalThis as { broadsheetSql?: postgres.Sql };

/** The process's postgres.js pool: hot reads, COPY and LISTEN/NOTIFY. Select days as `day::text`. */
export function sql(databaseUrl: string): postgres.Sql {
  kept.broadsheetSql ??= postgres(databaseUrl, { max: 10, onnotice: () => {} });
  return kept.broadsheetSql;
}
