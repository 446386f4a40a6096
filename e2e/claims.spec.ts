import type { Page } from '@playwright/test';
import { aPaperPage, expectWithinWidth } from './discussion';
import { expect, expectAccessible, type Instance, test } from './instance';

const REASON = 'Reason, for everybody to read';

const as = async (page: Page, instance: Instance, person: Awaited<ReturnType<Instance['person']>>): Promise<void> => {
  await page.context().clearCookies();
  await instance.signIn(page.context(), person);
};

const block = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('an author says so, a moderator confirms it in the open, and takes it back', async ({ page, instance }) => {
      test.setTimeout(180_000);
      // axe is a script.
      const accessible = () => (javaScriptEnabled ? expectAccessible(page) : undefined);
      const [author, moderator] = [await instance.person(), await instance.person('moderator')];
      const paper = await aPaperPage(instance);
      const id = paper.split('/').at(-1) ?? '';
      await as(page, instance, author);
      await page.goto(`/vote/${id}`);
      await page.getByRole('button', { name: /Upvote/ }).click();
      await page.goto(paper);
      await page.getByRole('link', { name: 'Are you an author?' }).click();
      await accessible();
      await page.getByLabel(/^What helps/).fill(`My page names it, ${author.handle}`);
      await page.getByRole('button', { name: 'I am an author' }).click();
      await expect(page.getByRole('status')).toContainText('waits for a moderator');
      await accessible();

      await as(page, instance, moderator);
      await page.goto('/admin/claims');
      await accessible();
      await expectWithinWidth(page);
      const claim = page.getByRole('listitem').filter({ hasText: `My page names it, ${author.handle}` });
      await claim.getByLabel(REASON).fill(`Name and page match ${author.handle}`);
      await claim.getByRole('button', { name: 'Confirm', exact: true }).click();
      await expect(page.getByRole('status').first()).toContainText('Done');
      await page.goto('/moderation');
      const line = page.getByRole('listitem').filter({ hasText: `Name and page match ${author.handle}` });
      await expect(line).toContainText(`@${moderator.handle} confirmed an author of`);

      await page.context().clearCookies();
      await page.goto(paper);
      const authors = block(page, 'Its authors here');
      await expect(authors).toContainText(author.displayName);
      await expect(block(page, 'Upvoted here by')).toContainText('Nobody yet');
      await accessible();
      await as(page, instance, author);
      await page.goto(`/vote/${id}`);
      await expect(page.getByText('You are an author of this paper')).toBeVisible();

      await as(page, instance, moderator);
      await page.goto('/admin/log');
      const undo = page.getByRole('listitem').filter({ hasText: `Name and page match ${author.handle}` });
      await undo.getByText('Undo', { exact: true }).click();
      await undo.getByLabel(REASON).fill('A namesake');
      await undo.getByRole('button', { name: 'Undo this' }).click();
      await expect(page.getByRole('status').first()).toContainText('Done');
      await page.goto(paper);
      await expect(block(page, 'Its authors here')).toHaveCount(0);
      await expect(block(page, 'Upvoted here by')).toContainText(author.displayName);
    });
  });
}

test('a profile shows what a person upvoted and said, and hides upvotes that are private', async ({
  page,
  instance,
}) => {
  const person = await instance.person();
  const paper = await aPaperPage(instance);
  const id = paper.split('/').at(-1) ?? '';
  await as(page, instance, person);
  await page.goto(`/vote/${id}`);
  await page.getByRole('button', { name: /Upvote/ }).click();
  const path = `/people/${person.handle}`;
  await page.goto(`${path}?list=upvoted`);
  await expect(page.getByRole('article')).toHaveCount(1);
  await expectAccessible(page);
  await page.context().clearCookies();
  await page.goto(`${path}?list=upvoted`);
  await expect(page.getByRole('article')).toHaveCount(1);
  await instance.sql`UPDATE users SET upvotes_hidden = true WHERE id = ${person.id}`;
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page.getByText('keeps the upvotes private')).toBeVisible();
  await page.getByRole('link', { name: 'Said' }).click();
  await expect(page.getByText('Nothing said yet')).toBeVisible();
  await as(page, instance, person);
  await page.goto(`${path}?list=upvoted`);
  await expect(page.getByText('Only you see this list')).toBeVisible();
});
