import type { Result } from '@/src/shared';
import { ok } from '@/src/shared';
import type { FeedStore, Found } from './feed-store';
import { checkPage, type ListOptions, LONGEST_LIST, type NoSuchPage, PAGE_SIZE } from './list-options';

export type TrendingPage = { options: ListOptions; list: Found; pages: number };

/** Reads the papers with the highest trending keys, over all days. The list ends after 1,200. */
export async function readTrending(
  store: FeedStore,
  { options }: { options: ListOptions },
): Promise<Result<TrendingPage, NoSuchPage>> {
  const offset = Math.min((options.page - 1) * PAGE_SIZE, LONGEST_LIST);
  const list = await store.trending({ ...options, limit: PAGE_SIZE, offset, cap: LONGEST_LIST });
  const pages = checkPage(options.page, list.total);
  return pages.ok ? ok({ options, list, pages: pages.value }) : pages;
}
