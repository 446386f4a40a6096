import type postgres from 'postgres';
import { type CacheTag, dayTag, LISTS_TAG, paperTag, type UtcDay } from '@/src/shared';

/** The tags of every page on which a paper is shown. */
export async function tagsOfPaper(tx: postgres.Sql | postgres.TransactionSql, id: string): Promise<CacheTag[]> {
  const days = await tx<{ day: UtcDay }[]>`SELECT day::text AS day FROM listings WHERE paper_id = ${id}`;
  return [paperTag(id), LISTS_TAG, ...days.map(({ day }) => dayTag(day))];
}
