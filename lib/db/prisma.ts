import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client';

const kept = globalThis as { broadsheetPrisma?: PrismaClient };

/** The process's Prisma client. Development reloads modules, so it is kept on `globalThis`. */
export function prisma(databaseUrl: string): PrismaClient {
  kept.broadsheetPrisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl, max: 10 }),
  });
  return kept.broadsheetPrisma;
}
