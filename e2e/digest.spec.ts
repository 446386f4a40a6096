import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';

const look = async (page: Page): Promise<void> => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
  await expectAccessible(page);
};

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]) {
  test(`everybody reads an edition, ${viewport.width} wide`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto('/digest/2026-05-20');
    await expect(page.getByRole('heading', { level: 1, name: /The digest of Wednesday 20 May/ })).toBeVisible();
    await expect(page.getByRole('article').first()).toBeVisible();
    await look(page);
    await page.goto('/digest/weekly/2026-05-22');
    await expect(
      page.getByRole('heading', { level: 1, name: /The digest of the week to Friday 22 May/ }),
    ).toBeVisible();
    await look(page);
  });
}

test.describe('days that are none', () => {
  test.use({ expected: [/40[04]/] });

  test('are told so', async ({ page }) => {
    for (const path of ['/digest/2099-01-01', '/digest/1980-01-01', '/digest/2026-02-30', '/digest/weekly/x']) {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBeLessThan(500);
      expect(answer?.status(), path).toBeGreaterThanOrEqual(400);
      await look(page);
    }
  });
});
