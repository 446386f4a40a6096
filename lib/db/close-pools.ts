import type { PrismaClient } from './generated/client';

type Kept = {
  broadsheetSearch?: { close(): Promise<void> };
  broadsheetSql?: { end(options: { timeout: number }): Promise<void> };
  broadsheetPrisma?: Pick<PrismaClient, '$disconnect'>;
};

/** Closes the process's connections and its search thread, if the application opened any; for the end of the process. */
export async function closePools(): Promise<void> {
  const { broadsheetSearch, broadsheetSql, broadsheetPrisma } = globalThis as Kept;
  await broadsheetSearch?.close();
  await Promise.all([broadsheetSql?.end({ timeout: 3 }), broadsheetPrisma?.$disconnect()]);
}
