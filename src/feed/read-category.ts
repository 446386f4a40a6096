import type { Refusal, Result } from '@/src/shared';
import { isCategoryCode, ok, refuse } from '@/src/shared';
import type { FeedStore, Found } from './feed-store';
import { checkPage, LONGEST_LIST, type NoSuchPage, PAGE_SIZE } from './list-options';

export type CategoryPage = { code: string; list: Found; page: number; pages: number };

/** Reads the papers of a category, primary or cross-listed, newest first. The list ends after 1,200. */
export async function readCategory(
  store: FeedStore,
  { code, page }: { code: string; page: number },
): Promise<Result<CategoryPage, Refusal<'no-such-category'> | NoSuchPage>> {
  const none = refuse(
    'no-such-category',
    'No paper here is in a category of that code; codes look like cs.CL or hep-th.',
  );
  if (!isCategoryCode(code)) return none;
  const offset = Math.min((page - 1) * PAGE_SIZE, LONGEST_LIST);
  const list = await store.inCategory(code, { limit: PAGE_SIZE, offset, cap: LONGEST_LIST });
  if (list.total === 0) return none;
  const pages = checkPage(page, list.total);
  return pages.ok ? ok({ code, list, page, pages: pages.value }) : pages;
}
