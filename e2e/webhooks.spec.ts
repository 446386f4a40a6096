import { expect, expectAccessible, test } from './fixtures';
import { signInAs } from './people';

test.use({ javaScriptEnabled: false });

test('a webhook is added, tested and removed without a script; it may not call this machine', async ({ page }) => {
  await signInAs(page, 'wanda');
  await page.goto('/settings/webhooks');
  await page.getByLabel('Address').fill('http://127.0.0.1:9/hook');
  await page.getByRole('button', { name: 'Add webhook' }).click();
  await expect(page.getByRole('alert')).toHaveText('Choose what you want to be told of.');
  await page.getByLabel('Address').fill('http://127.0.0.1:9/hook');
  await page.getByLabel('A new day’s list').check();
  await page.getByRole('button', { name: 'Add webhook' }).click();
  await expect(page.getByRole('status')).toHaveText('Added. Its secret is below.');
  await page.getByRole('button', { name: /^Send a test/ }).click();
  await expect(page.getByRole('table')).toContainText('Waits: the address leads into a private network');
  await page.getByText('Secret', { exact: false }).first().click();
  await page.getByRole('button', { name: /^Remove/ }).click();
  await expect(page.getByRole('status')).toHaveText('Removed.');
});

test.describe('with a script', () => {
  test.use({ javaScriptEnabled: true });
  test('its page is accessible', async ({ page }) => {
    await signInAs(page, 'wanda');
    await page.goto('/settings/webhooks');
    await expectAccessible(page);
  });
});
