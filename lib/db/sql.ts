import postgres from 'postgres';

const kept = globalThis as { broadsheetSql?: postgres.Sql };

// Left to itself postgres.js would wait up to twenty seconds before it looks again whether a restarted server is back.
const LOOK_AGAIN_S = 0.25;
const CONNECT_TIMEOUT_S = 5;

/** The process's postgres.js pool: hot reads, COPY and LISTEN/NOTIFY. Select days as `day::text`. */
export function sql(databaseUrl: string): postgres.Sql {
  kept.broadsheetSql ??= postgres(databaseUrl, {
    max: 10,
    onnotice: () => {},
    backoff: () => LOOK_AGAIN_S,
    connect_timeout: CONNECT_TIMEOUT_S,
  });
  return kept.broadsheetSql;
}
