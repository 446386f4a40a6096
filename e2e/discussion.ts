import type { Page } from '@playwright/test';
import { aListing, storeListings } from '@/tests/factories/listing';
import { aPaper, storePapers } from '@/tests/factories/paper';
import type { Instance } from './instance';
import { expect } from './instance';

/** A paper of the test's own; its page's path. */
export async function aPaperPage({ sql }: Instance): Promise<string> {
  const paper = aPaper();
  await storePapers(sql, [paper]);
  await storeListings(sql, [aListing({ paper_id: paper.id })]);
  return `/papers/${paper.id}`;
}

/** A comment on the page as it is shown. */
export const comment = (page: Page, text: string | RegExp) =>
  page
    .getByRole('region', { name: /comment|Discussion/ })
    .getByRole('listitem')
    .filter({ hasText: text });

/** Nothing is wider than the screen. */
export async function expectWithinWidth(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Writes and posts a comment on the page that is open, with or without scripts. */
export async function say(page: Page, text: string): Promise<void> {
  const scripted = await page.evaluate(() => 'scripted' in document.documentElement.dataset).catch(() => false);
  if (!scripted) await page.getByRole('link', { name: 'Write a comment' }).click();
  await page.getByLabel('Your comment').fill(text);
  await page.getByRole('button', { name: 'Post' }).click();
  await expect(page).toHaveURL(/#comment-[0-9a-f]{24}$/);
}
