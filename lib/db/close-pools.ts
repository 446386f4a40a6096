import type { PrismaClient } from './generated/client';

type Kept = {
  broadsheetSql?: { end(options: { timeout: number }): Promise<void> };
  broadsheetPrisma?: Pick<PrismaClient, '$disconnect'>;
};

/** Closes the process's connections, if the application opened any; for the end of the process. */
export async function closePools(): Promise<void> {
  const { broadsheetSql, broadsheetPrisma } = globalThis as Kept;
  await Promise.all([broadsheetSql?.end({ timeout: 3 }), broadsheetPrisma?.$disconnect()]);
}
