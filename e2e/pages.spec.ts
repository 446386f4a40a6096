import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';

// One address of every kind of page, on the sample edition, with the heading it must have.
const KINDS: [name: string, path: string, heading: RegExp][] = [
  ['the latest day', '/papers', /^Friday 29 May/],
  ['a day', '/papers/date/2026-05-28', /^Thursday 28 May/],
  ['a day’s picks of a category', '/papers/date/2026-05-28?show=picks&category=cs.CV&sort=newest', /^Thursday 28 May/],
  ['an empty day', '/papers/date/2026-05-24', /^Sunday 24 May/],
  ['a week', '/papers/week/2026-W22', /^Week 22/],
  ['a month', '/papers/month/2026-05', /^May/],
  ['the last page of a month', '/papers/month/2026-05?page=4', /^May/],
  ['trending', '/papers/trending', /^Trending$/],
  ['a paper', '/papers/2605.18984', /^Artifact-Bench/],
  ['an author', '/authors/yuqi-tang', /^Yuqi Tang$/],
  ['a category', '/categories/cs.CV', /^Computer Vision and Pattern Recognition$/],
  ['search', '/search', /^Search$/],
  ['results of a search', '/papers?q=video+generation', /^Results for video generation$/],
  ['the citations of a paper', '/cite/papers/2605.18984', /^Artifact-Bench/],
  ['the citations of a day', '/cite/papers/date/2026-05-28', /^Papers of 2026-05-28$/],
  ['the API', '/api', /^API$/],
  ['about', '/about', /^About Broadsheet$/],
  ['status', '/status', /^Status$/],
];

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });
    for (const [name, path, heading] of KINDS)
      test(`${name} is accessible`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
        await expectAccessible(page);
      });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  for (const [name, path] of KINDS)
    test(`${name} fits the width and is accessible`, async ({ page }) => {
      await page.goto(path);
      expect(await fits(page)).toBe(true);
      await expectAccessible(page);
    });
});

test('nothing moves while a page loads', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = window as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const path of ['/papers', '/papers/2605.18984', '/papers/month/2026-05']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift), path).toBeLessThan(0.005);
  }
});

test('every page has one address of its own, and tells link previews what it is', async ({ page, baseURL }) => {
  await page.goto('/papers/date/2026-05-28?sort=newest&utm_source=somewhere');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${baseURL}/papers/date/2026-05-28`);
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', /^Thursday 28 May/);
  await expect(page).toHaveTitle(/^Thursday 28 May.* · Broadsheet$/);
});
