import { expect, expectAccessible, test } from './fixtures';

// What is not there is answered with its status, which the browser reports on its console.
test.use({ expected: [/the server responded with a status of 40[04]/] });

const REFUSALS: [path: string, status: number, heading: string, sentence: RegExp][] = [
  ['/papers/date/2026-02-30', 404, 'No such day', /Write the day as YYYY-MM-DD/],
  ['/papers/date/yesterday', 404, 'No such day', /Write the day as YYYY-MM-DD/],
  ['/papers/date/2999-01-01', 404, 'Not printed yet', /has not come yet/],
  ['/papers/date/1980-01-01', 404, 'Before our time', /arXiv opened in August 1991/],
  ['/papers/week/2025-W53', 404, 'No such week', /Write the week as YYYY-Www/],
  ['/papers/month/2026-13', 404, 'No such month', /Write the month as YYYY-MM/],
  ['/papers?page=99', 404, 'No such page', /This list/],
  ['/papers?sort=best', 400, 'No such list', /sorts by/],
  ['/papers/2605.99998', 404, 'Not in this paper', /2605\.99998/],
  ['/papers/nonsense', 404, 'Not a paper', /“nonsense” is not/],
  ['/authors/nobody-at-all', 404, 'No such author', /names an author like that/],
  ['/categories/xx.YY', 404, 'No such category', /codes look like/],
  ['/no-such-page', 404, 'Not in this paper', /no page at this address/],
];

for (const [path, status, heading, sentence] of REFUSALS)
  test(`${path} is refused with a sentence and a way out`, async ({ page }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(status);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.getByRole('main')).toHaveText(sentence);
    await expect(page.locator('meta[name=robots]').first()).toHaveAttribute('content', 'noindex');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Read the latest day' }).click();
    await expect(page.getByRole('article').first()).toBeVisible();
  });

test('an empty day offers the nearest days that have papers', async ({ page }) => {
  const response = await page.goto('/papers/date/2026-05-24');
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('main')).toContainText('No papers were announced on Sunday 24 May');
  await page.getByRole('main').getByRole('link', { name: 'Friday 22 May', exact: true }).click();
  await expect(page).toHaveURL(/2026-05-22$/);
});

test('a paper that is not here is a link away', async ({ page }) => {
  await page.goto('/papers/2605.99998');
  await expect(page.getByRole('link', { name: 'Look for it at arXiv' })).toHaveAttribute(
    'href',
    'https://arxiv.org/abs/2605.99998',
  );
});
