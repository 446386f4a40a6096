import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { expect, expectAccessible, test } from './fixtures';
import { signInAs } from './people';

const edition = z.object({ papers: z.array(z.object({ id: z.string(), title: z.string() })) });
const { papers } = edition.parse(JSON.parse(readFileSync('prisma/sample/edition.json', 'utf8')));
const paperAt = (nth: number): { id: string; title: string } => papers[nth] ?? { id: '', title: '' };
const save = (within: Page | Locator): Locator => within.getByRole('button', { name: /^Saved?$/ });

test('a press saves, the list shows it with its note and tags, and lets it go', async ({ page }) => {
  const { id } = paperAt(11);
  await signInAs(page, 'sara');
  await page.goto(`/papers/${id}`);
  await expect(save(page)).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('s');
  await expect(save(page)).toHaveText('Saved');
  await expectAccessible(page);
  await page.reload();
  await expect(save(page)).toHaveText('Saved');

  await page.goto(`/saved/paper/${id}`);
  await page.getByLabel('Tags').fill('to read, chapter 2');
  await page.getByLabel('Note').fill('Look again.');
  await page.getByRole('button', { name: 'Keep the note' }).click();
  await expect(page.getByRole('status')).toHaveText('Written down.');
  await expectAccessible(page);

  await page.goto('/saved?tag=chapter+2');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByText('Look again.')).toBeVisible();
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'BibTeX', exact: true }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain(`eprint = {${id}}`);
});

test('a library is imported: what is here is saved, what is not is listed and can be removed', async ({ page }) => {
  await signInAs(page, 'lena');
  await page.goto('/saved');
  await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Import a library' }).click();
  await expectAccessible(page);
  const file = `@misc{a, title={Any}, eprint={${paperAt(12).id}}, archivePrefix={arXiv}, keywords={imported}}\n@book{b, title={A book from 1950}, year=1950}`;
  await page
    .getByLabel('File')
    .setInputFiles({ name: 'my.bib', mimeType: 'application/x-bibtex', buffer: Buffer.from(file) });
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('status')).toContainText('1 paper saved. 1 entry matched no paper here');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'Not in this paper (1)' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove A book from 1950' }).click();
  await expect(page.getByRole('heading', { name: /Not in this paper/ })).toBeHidden();
});

test('a search is saved and followed', async ({ page }) => {
  await signInAs(page, 'sara');
  await page.goto('/papers?q=video+generation');
  await page.getByRole('button', { name: 'Save this search' }).click();
  await expect(page.getByRole('status')).toHaveText('The search is saved.');
  await expect(page.getByRole('link', { name: 'video generation', exact: true })).toBeVisible();
  await expectAccessible(page);
  const opml = await page.request.get('/saved/following.opml');
  expect(await opml.text()).toContain('/feeds/atom/papers?q=video+generation');
  await page.getByRole('button', { name: 'Remove video generation' }).click();
  await expect(page.getByText('No search is saved yet.')).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the button leads through signing in to the paper, which is then saved and let go by plain forms', async ({
    page,
  }) => {
    await page.goto(`/papers/${paperAt(13).id}`);
    await save(page).click();
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await signInAs(page, 'nora');
    await page.goto(`/papers/${paperAt(13).id}`);
    await save(page).click();
    await expect(page.getByRole('heading', { level: 1, name: 'You keep this paper' })).toBeVisible();
    await page.getByRole('button', { name: 'No longer save it' }).click();
    await expect(page.getByRole('status')).toHaveText('The paper is no longer saved.');
  });
});

test('a citation is copied and downloaded', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { id } = paperAt(14);
  await page.goto(`/papers/${id}`);
  await page.getByRole('link', { name: 'Cite' }).first().click();
  await page.getByRole('button', { name: 'Copy BibTeX', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`eprint = {${id}}`);
  await page.goto('/cite/papers/date/2026-05-28');
  await page.getByRole('button', { name: 'Copy RIS' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('ER  - ');
});
