import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory, SqlQuery } from '@prisma/driver-adapter-utils';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { dropDatabase, inDatabase, newName, onServer } from '../setup/postgres';

const INTERNAL_CHAR = 18;

type Answer = { fields: { dataTypeID: number }[]; rows: unknown[][] };
// What the stock adapter has besides its published interface.
type Stock = SqlDriverAdapter & { performIO: (query: SqlQuery) => Promise<Answer> };

/** Prisma's adapter for PostgreSQL, mended in the places where its schema engine needs more than a client does. */
async function connect(url: string, release: () => Promise<void>): Promise<SqlDriverAdapter> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  const stock = (await new PrismaPg(pool).connect()) as SqlDriverAdapter as Stock;
  const mended: Pick<SqlDriverAdapter, 'executeScript' | 'queryRaw' | 'dispose'> = {
    // The stock one splits the script at every semicolon, those in texts and function bodies too.
    executeScript: async (script) => void (await pool.query(script)),
    // The stock one does not know PostgreSQL's one-byte "char", which the catalogue uses for kinds.
    queryRaw: async (query) => {
      const answer = await stock.performIO(query);
      const chars = answer.fields.flatMap((field, at) => (field.dataTypeID === INTERNAL_CHAR ? [at] : []));
      for (const at of chars) Object.assign(answer.fields[at] ?? {}, { dataTypeID: pg.types.builtins.TEXT });
      const known = Object.create(stock, { performIO: { value: async () => answer } }) as Stock;
      const result = await Object.getPrototypeOf(stock).queryRaw.call(known, query);
      for (const at of chars) result.columnTypes[at] = ColumnTypeEnum.Character;
      return result;
    },
    dispose: async () => {
      await pool.end();
      await release();
    },
  };
  return Object.assign(Object.create(stock) as SqlDriverAdapter, mended);
}

/**
 * An adapter factory whose databases, the main one and the shadow ones, are made for the purpose. The stock factory
 * takes the server's main database for a shadow, and empties it. `dropAll` removes what the engine left.
 */
export function throwAwayDatabases(serverUrl: string): {
  factory: SqlMigrationAwareDriverAdapterFactory;
  dropAll: () => Promise<void>;
} {
  const open = new Set<SqlDriverAdapter>();
  const make = async (): Promise<SqlDriverAdapter> => {
    const name = newName('schema');
    await onServer(serverUrl, `CREATE DATABASE ${name}`);
    const adapter = await connect(inDatabase(serverUrl, name), async () => {
      open.delete(adapter);
      await dropDatabase(serverUrl, name);
    });
    open.add(adapter);
    return adapter;
  };
  return {
    factory: { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect: make, connectToShadowDb: make },
    dropAll: async () => {
      for (const adapter of open) await adapter.dispose();
    },
  };
}
