import { expect, test } from './fixtures';

test.use({ javaScriptEnabled: false });

test('without JavaScript one reads the day, opens a paper and goes to another day', async ({ page }) => {
  await page.goto('/papers');
  const paper = page.getByRole('article').first().getByRole('heading').getByRole('link');
  const title = await paper.innerText();
  await paper.click();
  await expect(page).toHaveURL(/\/papers\/\d{4}\.\d{4,5}/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await page.goBack();
  await page.getByRole('navigation', { name: 'Nearest' }).locator('a[rel=prev]').click();
  await expect(page).toHaveURL(/\/papers\/date\/\d{4}-\d{2}-\d{2}/);
  await expect(page.getByRole('article').first()).toBeVisible();
});
