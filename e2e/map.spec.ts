import { expect, expectAccessible, test } from './fixtures';

const DAY = '/papers/date/2026-05-28';

test('the day leads to its map, and the map back', async ({ page }) => {
  await page.goto(DAY);
  await page.getByRole('link', { name: 'Map of the day' }).click();
  await expect(page).toHaveURL(`${DAY}/map`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('on a map');
  const stars = await page.locator('svg a[data-star]').count();
  expect(stars).toBeGreaterThan(10);
  await expect(page.locator('[data-entry]')).toHaveCount(stars);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'The day as a list' }).click();
  await expect(page).toHaveURL(DAY);
});

test('arrow keys walk from paper to paper, and Enter opens one', async ({ page }) => {
  await page.goto(`${DAY}/map`);
  const map = page.getByRole('application', { name: /^Map of/ });
  const card = page.locator('[data-map-card]');
  await map.focus();
  await page.keyboard.press('Home');
  await expect(card).toBeVisible();
  const first = await card.getByRole('link').innerText();
  const ways = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'];
  for (const way of ways) {
    await page.keyboard.press(way);
    if ((await card.getByRole('link').innerText()) !== first) break;
  }
  const second = await card.getByRole('link').innerText();
  expect(second).not.toBe(first);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second);
});

test('pointing at a paper reads its card, a click opens it', async ({ page }) => {
  await page.goto(`${DAY}/map`);
  await expect(page.getByRole('application')).toBeVisible();
  const star = page.locator('svg a[data-star]').first();
  await star.hover();
  const title = await page.locator('[data-map-card]').getByRole('link').innerText();
  await star.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the list says what the map shows', async ({ page }) => {
    await page.goto(`${DAY}/map`);
    const entries = page.locator('[data-entry]');
    expect(await entries.count()).toBe(await page.locator('svg a[data-star]').count());
    await entries.first().getByRole('link').click();
    await expect(page).toHaveURL(/\/papers\/\d/);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a tap reads, and nothing reaches over the edge', async ({ page }) => {
    await page.goto(`${DAY}/map`);
    await expect(page.getByRole('application')).toBeVisible();
    await page.locator('svg a[data-star]').first().tap();
    await expect(page.locator('[data-map-card]')).toBeVisible();
    await expect(page).toHaveURL(/\/map$/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
