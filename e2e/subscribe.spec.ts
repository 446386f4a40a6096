import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { openLink, signInAs } from './people';

const PHONE = { width: 390, height: 844 };

const look = async (page: Page, heading: string): Promise<void> => {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
  await expectAccessible(page);
};

const main = (page: Page) => page.getByRole('main');

/** Mail goes out after the answer. */
async function openConfirmation(page: Page, email: string): Promise<void> {
  await expect(async () => {
    await page.goto('/dev/mail');
    await expect(page.getByRole('listitem').filter({ hasText: `to ${email} ` })).toBeVisible({ timeout: 100 });
  }).toPass();
  await openLink(page, email);
}

test.describe('on a phone in India', () => {
  // A page whose link no longer works says so by its status.
  test.use({ viewport: PHONE, timezoneId: 'Asia/Kolkata', expected: [/404/] });

  test('a new reader subscribes, confirms, changes, pauses and leaves', async ({ page }) => {
    // Ten pages, each looked over by axe.
    test.setTimeout(120_000);
    const email = 'new-reader@example.org';
    await page.goto('/papers');
    await expectAccessible(page);
    await page
      .getByRole('paragraph')
      .filter({ hasText: 'in your inbox' })
      .getByRole('link', { name: 'Subscribe' })
      .click();
    await look(page, 'The day’s papers, in your inbox');
    await page.getByText('Topics, days and hour').click();
    await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Kolkata');
    await expect(page.getByLabel('Day of the week')).toBeHidden();
    await page.getByLabel('Once a week').check();
    await page.getByLabel('Day of the week').selectOption('Wednesday');
    await page.getByLabel('Hour').selectOption('06:00');
    await page.getByLabel('Machine Learning').check();
    await look(page, 'The day’s papers, in your inbox');
    await page.getByLabel('E-mail address').fill(email);
    await main(page).getByRole('button', { name: 'Subscribe' }).click();

    await look(page, 'Look in your mail');
    await expect(main(page)).toContainText(email);
    await openConfirmation(page, email);
    await look(page, 'One more step');
    await expect(main(page)).toContainText('On Wednesdays at 06:00, Asia/Kolkata time');
    await page.getByRole('button', { name: 'Confirm my subscription' }).click();

    await look(page, 'Your subscription');
    await expect(page.getByRole('status')).toContainText('You are subscribed');
    await expect(page.getByLabel('Machine Learning')).toBeChecked();
    await page.getByLabel('Every day').check();
    await page.getByLabel('Papers in one mail').fill('20');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status')).toHaveText('Your preferences are saved.');
    await expect(page.getByLabel('Papers in one mail')).toHaveValue('20');
    await expect(page.getByRole('region', { name: 'How it stands' })).toContainText('Every day at 06:00');

    await page.getByRole('button', { name: 'Pause' }).click();
    await look(page, 'Your subscription');
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export my data' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^subscription-\d{4}-\d{2}-\d{2}\.json$/);

    await page.goto(`${page.url().split('?')[0]}/unsubscribe`);
    await look(page, 'Unsubscribe');
    await main(page).getByRole('button', { name: 'Unsubscribe' }).click();
    await expect(page.getByRole('status')).toContainText('You are unsubscribed');
    await page.getByLabel('Delete my address').check();
    await page.getByRole('button', { name: 'Delete my data' }).click();
    await expect(page.getByRole('status')).toContainText('has been deleted');
    await page.goBack();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  });
});

test('the address of who is signed in is filled in, and his settings subscribe it', async ({ page }) => {
  await signInAs(page, 'subscribing-reader');
  await page.goto('/papers/trending');
  await expect(page.getByLabel('Get trending papers in your inbox')).toHaveValue('subscribing-reader@example.org');
  await page.goto('/settings/digest');
  await look(page, 'Settings');
  await main(page).getByRole('button', { name: 'Subscribe' }).click();
  await expect(main(page)).toContainText('From Monday to Friday at 08:00');
  await page.getByRole('link', { name: 'Change what I get' }).click();
  await look(page, 'Your subscription');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the line beside the papers subscribes, and a mistake keeps what was typed', async ({ page }) => {
    const email = 'plain-reader@example.org';
    await page.goto('/papers');
    await page.getByLabel('Get trending papers in your inbox').fill(email);
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await expect(page.getByRole('heading', { name: 'Look in your mail' })).toBeVisible();
    await openConfirmation(page, email);
    await page.getByRole('button', { name: 'Confirm my subscription' }).click();
    await expect(page.getByRole('status')).toContainText('You are subscribed');
    await page.getByLabel('Only papers with one of these words').fill('x'.repeat(41));
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('alert')).toContainText('A word has at most 40 characters');
    await expect(page.getByLabel('Only papers with one of these words')).toHaveValue('x'.repeat(41));
  });
});
