import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';

const DAY = '/papers/date/2026-05-28';
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest('[data-paper]')?.getAttribute('data-paper') ?? undefined);
const ids = (page: Page): Promise<(string | null)[]> =>
  page.locator('[data-paper]').evaluateAll((all) => all.map((one) => one.getAttribute('data-paper')));

test('j and k go from paper to paper, x unfolds, o opens', async ({ page }) => {
  await page.goto(DAY);
  const [first, second] = await ids(page);
  await page.keyboard.press('j');
  expect(await focused(page)).toBe(first);
  await page.keyboard.press('j');
  expect(await focused(page)).toBe(second);
  await page.keyboard.press('k');
  expect(await focused(page)).toBe(first);
  await page.keyboard.press('k');
  expect(await focused(page)).toBe(first);
  const fold = page.getByRole('article').first().locator('details[data-abstract]');
  await page.keyboard.press('x');
  await expect(fold).toHaveAttribute('open', '');
  await page.keyboard.press('x');
  await expect(fold).not.toHaveAttribute('open');
  await page.keyboard.press('o');
  await expect(page).toHaveURL(new RegExp(`/papers/${first}$`));
});

test('[ and ] go to the previous and the next day', async ({ page }) => {
  await page.goto(DAY);
  await page.keyboard.press('[');
  await expect(page).toHaveURL(/2026-05-27$/);
  await page.keyboard.press(']');
  await expect(page).toHaveURL(/2026-05-28$/);
});

test('keys with a modifier stay the browser’s', async ({ page }) => {
  await page.goto(DAY);
  await page.keyboard.press('Control+j');
  expect(await focused(page)).toBeUndefined();
});

test('? shows the keys, Escape closes, and focus returns', async ({ page }) => {
  await page.goto(DAY);
  await page.keyboard.press('j');
  const before = await focused(page);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('Next paper')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await focused(page)).toBe(before);
});

test('colours follow the system until a reader chooses, and stay chosen', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(DAY);
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await background();
  await page.getByRole('button', { name: 'Colours: as the system' }).click();
  await expect(page.getByRole('button', { name: 'Colours: light' })).toBeVisible();
  expect(await background()).not.toBe(dark);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Colours: light' })).toBeVisible();
  expect(await background()).not.toBe(dark);
  await page.getByRole('button', { name: 'Colours: light' }).click();
  await page.getByRole('button', { name: 'Colours: dark' }).click();
  await expect(page.getByRole('button', { name: 'Colours: as the system' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the calendar opens over the page, is walked by arrows, and closes on Escape', async ({ page }) => {
    await page.goto(DAY);
    const button = page.locator('summary', { has: page.locator('svg') }).and(page.getByLabel('Calendar'));
    await button.click();
    const calendar = page.getByRole('table', { name: 'Papers in May 2026' });
    await expect(calendar).toBeVisible();
    await calendar.getByRole('link', { name: /^Thursday 28 May/ }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(calendar.getByRole('link', { name: /^Friday 29 May/ })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(calendar.getByRole('link', { name: /^Friday 22 May/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(calendar).toBeHidden();
    await expect(button).toBeFocused();
    await button.click();
    await expectAccessible(page);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('abstracts unfold, the calendar opens, and no dead control is shown', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(DAY);
    await expect(page.getByRole('button', { name: /Colours/ })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Keys' })).toBeHidden();
    const paper = page.getByRole('article').first();
    await paper.getByText('Read on').click();
    await expect(paper.getByText('Fold', { exact: true })).toBeVisible();
    await page.getByLabel('Calendar').first().click();
    await page
      .getByRole('link', { name: /^Wednesday 27 May/ })
      .first()
      .click();
    await expect(page).toHaveURL(/2026-05-27$/);
  });
});
