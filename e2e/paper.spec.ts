import { expect, test } from './fixtures';

const PAPER = '/papers/2605.18984';

test.describe('other spellings of an id lead to the paper', () => {
  for (const path of ['/papers/2605.18984v2', '/papers/arXiv:2605.18984', '/papers/10.48550/arXiv.2605.18984'])
    test(path, async ({ page }) => {
      await page.goto(path);
      await expect(page).toHaveURL(new RegExp(`${PAPER}$`));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Artifact-Bench/);
    });
});

test('a paper names its authors, its addresses and the days that listed it', async ({ page }) => {
  await page.goto(PAPER);
  await expect(page.getByRole('link', { name: 'PDF' })).toHaveAttribute('href', 'https://arxiv.org/pdf/2605.18984');
  await expect(page.getByRole('link', { name: 'arXiv:2605.18984' })).toHaveAttribute(
    'href',
    'https://arxiv.org/abs/2605.18984',
  );
  await expect(page.getByRole('link', { name: 'Code' })).toHaveAttribute('href', /github\.com/);
  await page.getByRole('link', { name: 'Wednesday 20 May' }).click();
  await expect(page).toHaveURL(/date\/2026-05-20$/);
  await page.goto(PAPER);
  await page.getByRole('link', { name: 'Yuqi Tang' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Yuqi Tang');
  await page.getByRole('link', { name: /^Artifact-Bench/ }).click();
  await expect(page).toHaveURL(new RegExp(`${PAPER}$`));
});

test('reference managers and search engines can read a paper’s head', async ({ page, baseURL }) => {
  await page.goto(PAPER);
  const meta = (name: string) => page.locator(`meta[name="${name}"]`);
  await expect(meta('citation_title')).toHaveAttribute('content', /^Artifact-Bench/);
  await expect(meta('citation_author').first()).toHaveAttribute('content', 'Yuqi Tang');
  await expect(meta('citation_author')).toHaveCount(24);
  await expect(meta('citation_arxiv_id')).toHaveAttribute('content', '2605.18984');
  await expect(meta('citation_publication_date')).toHaveAttribute('content', '2026/05/18');
  await expect(meta('twitter:card')).toHaveAttribute('content', 'summary_large_image');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${baseURL}${PAPER}`);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
  expect(data).toMatchObject({
    '@type': 'ScholarlyArticle',
    url: `${baseURL}${PAPER}`,
    datePublished: '2026-05-18T00:00:00.000Z',
  });
  expect(data.author).toHaveLength(24);
});

test('a paper has a card image for link previews', async ({ page, request }) => {
  await page.goto(PAPER);
  const address = await page.locator('meta[property="og:image"]').getAttribute('content');
  const image = await request.get(address ?? '');
  expect(image.status()).toBe(200);
  expect(image.headers()['content-type']).toBe('image/png');
  const body = await image.body();
  expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
  expect((await request.get('/papers/2605.99998/opengraph-image')).status()).toBe(404);
});

test('printed, a paper keeps its text and leaves the controls', async ({ page }) => {
  await page.goto(PAPER);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Papers by' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'PDF' })).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
});
