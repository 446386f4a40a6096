import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';

// The watch over the pages is itself watched: each of these must make its test fail.
const serve = async (page: Page, body: string): Promise<void> => {
  const headers = { 'content-security-policy': "default-src 'self'; img-src *" };
  const html = `<!doctype html><html lang="en"><title>Planted</title><main><h1>Planted</h1>${body}</main></html>`;
  await page.route('**/planted', (route) => route.fulfill({ contentType: 'text/html', headers, body: html }));
  await page.goto('/planted');
};

test.describe('a page fails its test', () => {
  // Expected to fail: the watch would be asleep if they passed.
  test.beforeEach(() => test.fail());

  test('by an error on the console', async ({ page }) => {
    await serve(page, '');
    await page.evaluate(() => console.error('planted'));
  });

  test('by an exception', async ({ page }) => {
    await serve(page, '');
    const thrown = page.waitForEvent('pageerror');
    await page.evaluate(() => void setTimeout(() => Promise.reject(new Error('planted')), 0));
    await thrown;
  });

  test('by a script that the policy forbids', async ({ page }) => {
    await serve(page, '<script>document.title = "ran"</script>');
  });

  test('by a request to another origin', async ({ page }) => {
    await page.route('http://other.invalid/**', (route) => route.fulfill({ status: 204 }));
    await serve(page, '<img alt="" src="http://other.invalid/pixel.gif">');
  });

  test('by a request that fails', async ({ page }) => {
    await page.route('**/gone.gif', (route) => route.abort('connectionrefused'));
    await serve(page, '<img alt="" src="/gone.gif">');
  });

  test('by an image without a name', async ({ page }) => {
    await serve(page, '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC">');
    await expectAccessible(page);
  });
});

test('a page that does nothing wrong passes', async ({ page }) => {
  await serve(page, '<p>Fine.</p>');
  await expectAccessible(page);
  await expect(page.getByRole('heading', { name: 'Planted' })).toBeVisible();
});

test.describe('what a test is about', () => {
  test.use({ expected: [/planted/] });
  test('is allowed to it', async ({ page }) => {
    await serve(page, '');
    await page.evaluate(() => console.error('planted'));
  });
});
