import { expect, expectAccessible, test } from './fixtures';

// On the sample edition: real papers of May 2026 with summaries of our own.
const results = (page: import('@playwright/test').Page) =>
  page.getByRole('region', { name: 'Results' }).getByRole('article');

test('words find papers, and are marked in them', async ({ page }) => {
  await page.goto('/search');
  await page
    .getByRole('searchbox', { name: 'Search papers' })
    .or(page.getByRole('combobox', { name: 'Search papers' }))
    .fill('video generation');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/papers\?q=video\+generation$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for video generation');
  await expect(results(page).first().locator('mark').first()).toBeVisible();
  await expectAccessible(page);
});

test('filters at the side narrow the search, and the address says how', async ({ page }) => {
  await page.goto('/papers?q=model');
  const all = await page.getByRole('status').innerText();
  const side = page.getByRole('complementary', { name: 'More' });
  await side.getByRole('link', { name: /^Computation and Language/ }).click();
  await expect(page).toHaveURL(/q=model\+cat%3Acs\.CL$/);
  expect(await page.getByRole('status').innerText()).not.toBe(all);
  await side.getByRole('link', { name: /^May 2026, \d+ papers?$/ }).click();
  await expect(page).toHaveURL(/after%3A2026-05\+before%3A2026-06$/);
  await page.getByRole('link', { name: 'Computation and Language: take this filter away' }).click();
  await expect(page).toHaveURL(/q=model\+after%3A2026-05\+before%3A2026-06$/);
  await page.getByRole('navigation', { name: 'Order' }).getByRole('link', { name: 'Newest' }).click();
  await expect(page).toHaveURL(/sort%3Anew$/);
});

test('what cannot be used is told, and the rest is searched', async ({ page }) => {
  await page.goto('/papers?q=video generation aftr:2024 cat:xx min:abc');
  const told = page.getByRole('region', { name: 'What could not be used' });
  await expect(told.getByRole('listitem')).toHaveCount(3);
  await expect(told).toContainText('Write after:2024.');
  await expect(results(page).first()).toBeVisible();
  await expectAccessible(page);
});

test('a search that finds nothing says so, and how to find more', async ({ page }) => {
  await page.goto('/papers?q=zeppelin cat:hep-th');
  await expect(page.getByText('No paper here matches that.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Not only High Energy Physics: Theory' }).click();
  await expect(page).toHaveURL(/q=zeppelin$/);
});

test('what nothing matches whole comes with what is near', async ({ page }) => {
  await page.goto('/papers?q=video zeppelin');
  await expect(page.getByText('Nothing matches all of it.')).toBeVisible();
  await expect(results(page).first()).toBeVisible();
});

test('an id or an address leads to the paper', async ({ page }) => {
  await page.goto('/papers?q=https://arxiv.org/abs/2605.18984v2');
  await expect(page).toHaveURL(/\/papers\/2605\.18984$/);
});

test('the slash leads to the box, and suggestions are chosen by keyboard', async ({ page }) => {
  await page.goto('/papers');
  await page.keyboard.press('/');
  const box = page.getByRole('combobox', { name: 'Search papers' });
  await expect(box).toBeFocused();
  await page.keyboard.type('artif');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  await expect(box).toHaveAttribute('aria-expanded', 'true');
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await expect(box).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '');
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await page.keyboard.type('a');
  await page.getByRole('option', { name: /^Artifact-Bench/ }).click();
  await expect(page).toHaveURL(/\/papers\/2605\.18984$/);
});

test('a phone has the filters in a fold, and nothing wider than itself', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/papers?q=model');
  await page.getByText('Filters', { exact: true }).click();
  await expect(page.getByRole('link', { name: /^Computation and Language/ }).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(
    true,
  );
  await expectAccessible(page);
});

test('a paper’s page names its kin, newer or older ones alone', async ({ page }) => {
  await page.goto('/papers/2605.18984');
  const kin = page.getByRole('region', { name: 'Similar papers' });
  await kin.getByRole('link', { name: 'Older than this' }).click();
  await expect(page).toHaveURL(/\/papers\/2605\.18984\?similar=older#similar$/);
  await expect(kin.getByRole('link', { name: 'Older than this' })).toHaveAttribute('aria-current', 'true');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('a search is a plain form with plain links', async ({ page }) => {
    await page.goto('/search');
    await page.getByRole('searchbox', { name: 'Search papers' }).fill('model');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(results(page).first()).toBeVisible();
  });
});
