import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { FeedStore, Found } from './feed-store';
import { checkPage, LONGEST_LIST, type NoSuchPage, PAGE_SIZE } from './list-options';

/** `names` are the spellings that share the key, the most frequent first. */
export type AuthorPage = { key: string; names: string[]; list: Found; page: number; pages: number };

/** Reads the papers that name an author, newest first. Different people with one name share a page: sources do not tell them apart. */
export async function readAuthor(
  store: FeedStore,
  { key, page }: { key: string; page: number },
): Promise<Result<AuthorPage, Refusal<'no-such-author'> | NoSuchPage>> {
  const offset = Math.min((page - 1) * PAGE_SIZE, LONGEST_LIST);
  const { names, ...list } = await store.byAuthor(key, { limit: PAGE_SIZE, offset, cap: LONGEST_LIST });
  if (list.total === 0) return refuse('no-such-author', 'No paper here names an author like that.');
  const pages = checkPage(page, list.total);
  return pages.ok ? ok({ key, names, list, page, pages: pages.value }) : pages;
}
