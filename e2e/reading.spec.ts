import { expect, test } from './fixtures';

const DAY = '/papers/date/2026-05-28';
const votesOf = (texts: string[]): number[] => texts.map((text) => Number.parseInt(text, 10));

test('a day stands in the order of votes, and in that of dates when asked', async ({ page }) => {
  await page.goto(DAY);
  const votes = votesOf(await page.locator('[data-paper] .vote-count').allInnerTexts());
  expect(votes.length).toBeGreaterThan(10);
  expect(votes).toEqual(votes.toSorted((a, b) => b - a));
  await page.getByRole('navigation', { name: 'Order' }).getByRole('link', { name: 'Newest' }).click();
  await expect(page).toHaveURL(/sort=newest/);
  const dates = await page
    .locator('[data-paper] .meta time')
    .evaluateAll((all) => all.map((one) => one.getAttribute('datetime') ?? ''));
  expect(dates).toEqual(dates.toSorted().toReversed());
});

test('a topic narrows the list, and the list widens again', async ({ page }) => {
  await page.goto(DAY);
  const all = await page.getByRole('article').count();
  const topic = page.getByRole('complementary').getByRole('link', { name: /^Computation and Language/ });
  const count = Number.parseInt((await topic.innerText()).match(/\d+/)?.[0] ?? '', 10);
  await topic.click();
  await expect(page).toHaveURL(/category=cs\.CL/);
  await expect(page.getByRole('article')).toHaveCount(count);
  await page.getByRole('link', { name: 'Computation and Language: show every category' }).click();
  await expect(page.getByRole('article')).toHaveCount(all);
});

test('picks are marked among all papers, and can be read alone', async ({ page }) => {
  await page.goto(DAY);
  const pick = page.getByText('Pick', { exact: true });
  const marked = await page.getByRole('article').filter({ has: pick }).count();
  expect(marked).toBeGreaterThan(0);
  await page
    .getByRole('navigation', { name: 'Show' })
    .getByRole('link', { name: /^Picks/ })
    .click();
  await expect(page).toHaveURL(/show=picks/);
  await expect(page.getByRole('article')).toHaveCount(marked);
});

test('an abstract unfolds in place', async ({ page }) => {
  await page.goto(DAY);
  const paper = page.getByRole('article').first();
  const abstract = paper.locator('.abstract');
  const folded = await abstract.evaluate((element) => element.clientHeight);
  await paper.getByText('Read on').click();
  await expect.poll(() => abstract.evaluate((element) => element.clientHeight)).toBeGreaterThan(folded);
  await paper.getByText('Fold', { exact: true }).click();
  await expect.poll(() => abstract.evaluate((element) => element.clientHeight)).toBe(folded);
});

test('from day to day, skipping those without papers', async ({ page }) => {
  await page.goto('/papers/date/2026-05-25');
  await page.getByRole('link', { name: 'Previous: Friday 22 May' }).click();
  await expect(page).toHaveURL(/2026-05-22$/);
  await page.getByRole('link', { name: 'Next: Monday 25 May' }).click();
  await expect(page).toHaveURL(/2026-05-25$/);
});

test('the calendar shows which days have papers, and leads to them', async ({ page }) => {
  await page.goto(DAY);
  const calendar = page.getByRole('table', { name: 'Papers in May 2026' });
  await expect(calendar.locator('[aria-current=date]')).toHaveText('28');
  await expect(calendar.getByRole('link', { name: /^Sunday 24 May/ })).toHaveCount(0);
  await calendar.getByRole('link', { name: /^Wednesday 20 May, \d+ papers$/ }).click();
  await expect(page).toHaveURL(/2026-05-20$/);
});

test('tabs lead from a day to its own week and month', async ({ page }) => {
  await page.goto('/papers/date/2026-05-22');
  const tabs = page.getByRole('navigation', { name: 'Papers by' });
  await tabs.getByRole('link', { name: 'Week' }).click();
  await expect(page).toHaveURL(/week\/2026-W21$/);
  await tabs.getByRole('link', { name: 'Month' }).click();
  await expect(page).toHaveURL(/month\/2026-05$/);
  await tabs.getByRole('link', { name: 'Trending' }).click();
  await expect(page).toHaveURL(/trending$/);
  await tabs.getByRole('link', { name: 'Week' }).click();
  await expect(page).toHaveURL(/week\/2026-W22$/);
});

test('a month is read page by page, no paper twice', async ({ page }) => {
  await page.goto('/papers/month/2026-05');
  const seen: string[] = [];
  for (;;) {
    seen.push(
      ...(await page
        .locator('[data-paper]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-paper') ?? ''))),
    );
    const more = page.getByRole('link', { name: 'More', exact: true });
    if ((await more.count()) === 0) break;
    const before = page.url();
    await more.click();
    await expect(page).not.toHaveURL(before);
  }
  expect(seen.length).toBeGreaterThan(90);
  expect(new Set(seen).size).toBe(seen.length);
});

test('sample papers say that they are', async ({ page }) => {
  for (const path of ['/papers', '/papers/2605.18984', '/authors/yuqi-tang']) {
    await page.goto(path);
    await expect(page.getByText('Sample summaries')).toBeVisible();
  }
});

test('about gives the order in numbers', async ({ page }) => {
  await page.goto(DAY);
  await page.getByRole('link', { name: 'The order in numbers' }).click();
  await expect(page).toHaveURL(/about#order$/);
  const row = page.getByRole('row').filter({ hasText: '63' }).filter({ hasText: 'today' });
  await expect(row).toContainText('6.00');
});
