import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures';
import { openLink, signInAs, signInByMail } from './people';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 900 };

const withinWidth = async (page: Page): Promise<void> => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
};

/** Every page on the way, each held against axe and the width of the screen. */
async function walk(page: Page, name: string): Promise<void> {
  // Some twenty pages, each looked over by axe.
  test.setTimeout(180_000);
  const look = async (heading: string | RegExp): Promise<void> => {
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await withinWidth(page);
    await expectAccessible(page);
  };
  const email = `${name}@example.org`;

  await page.goto('/papers/2605.18984');
  await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
  await look('Sign in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await look('Look in your mail');
  await expect(page.getByRole('main')).toContainText(email);

  await page.getByRole('link', { name: 'mailbox' }).click();
  await look('Mailbox');
  await openLink(page, email);
  await look('One more step');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();

  await look('Welcome');
  await expect(page.getByLabel('Handle')).toHaveValue(name);
  await page.getByLabel('Handle').fill('\u0430da');
  await page.getByRole('button', { name: 'Take this handle' }).click();
  await look('Welcome');
  await expect(page.getByLabel('Handle')).toHaveAccessibleDescription(/“\u0430” \(U\+0430\)/);
  await page.getByLabel('Handle').fill(name);
  await page.getByRole('button', { name: 'Take this handle' }).click();

  await page.goto('/settings');
  await look('Settings');
  await page.getByLabel('Name').fill('Ada Lovelace');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await expect(page.getByRole('status')).toHaveText('Your profile is saved.');
  await expect(page.getByLabel('Name')).toHaveValue('Ada Lovelace');

  const settings = page.getByRole('navigation', { name: 'Settings' });
  await settings.getByRole('link', { name: 'Sessions' }).click();
  await look('Settings');
  await expect(page.getByRole('listitem').filter({ hasText: 'this browser' })).toBeVisible();

  await settings.getByRole('link', { name: 'API tokens' }).click();
  await page.getByLabel('Name').fill('laptop');
  await page.getByLabel('May write').check();
  await page.getByRole('button', { name: 'Make token' }).click();
  await look('Settings');
  await expect(page.getByRole('status')).toContainText(/bs_[\w-]{43}/);
  await page.getByRole('button', { name: 'Revoke laptop' }).click();
  await expect(page.getByRole('status')).toHaveText('That token is worthless now.');

  await settings.getByRole('link', { name: 'Your data' }).click();
  await look('Settings');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export my data' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`^${name}-\\d{4}-\\d{2}-\\d{2}\\.json$`));

  await page.goto(`/people/${name}`);
  await look('Ada Lovelace');
  await page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
  await settings.getByRole('link', { name: 'Your data' }).click();
  await page.getByLabel(`Type ${name} to confirm`).fill(name);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByRole('status')).toHaveText('Your account has been deleted.');
  await page.goto('/settings');
  await look('Sign in');
}

test.describe('on a desktop', () => {
  test.use({ viewport: DESKTOP });
  test('signs in, settles in and leaves', ({ page }) => walk(page, 'ada-desktop'));
});

test.describe('on a phone', () => {
  test.use({ viewport: PHONE, colorScheme: 'dark' });
  test('signs in, settles in and leaves', ({ page }) => walk(page, 'ada-phone'));
});

test.describe('without JavaScript', () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false });
  test('signs in and out', async ({ page }) => {
    await signInByMail(page, 'no-script@example.org');
    await page.getByRole('link', { name: 'Not now' }).click();
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are signed in');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto('/settings');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
  });
});

test('the masthead shows who is signed in, after one request, and public pages are the same for everybody', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/me') asked.push(request.url());
  });
  await page.goto('/papers');
  const banner = page.getByRole('banner');
  await expect(banner.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in?next=%2Fpapers');
  expect(asked).toEqual([]);
  const before = await (await page.request.get('/papers/2605.18984', { headers: { cookie: '' } })).text();
  await signInAs(page, 'masthead-reader');
  asked.length = 0;
  await page.goto('/papers/2605.18984');
  await expect(banner.getByRole('link', { name: '@masthead-reader' })).toHaveAttribute(
    'href',
    '/people/masthead-reader',
  );
  expect(asked).toHaveLength(1);
  expect(await (await page.request.get('/papers/2605.18984')).text()).toBe(before);
});

test.describe('what is not there', () => {
  test.use({ expected: [/40[04]/] });

  test('a link that is no link says what to do', async ({ page }) => {
    await page.goto('/sign-in/link?token=nonsense&next=https://evil.example');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link no longer works');
    await expect(page.getByRole('link', { name: 'Ask for a new link' })).toHaveAttribute('href', '/sign-in');
    await expectAccessible(page);
  });

  test('the mailbox, for whoever comes through a proxy or by another name', async ({ request }) => {
    expect((await request.get('/dev/mail')).status()).toBe(200);
    for (const headers of [{ 'x-forwarded-for': '127.0.0.1' }, { via: '1.1 proxy' }, { host: 'evil.example' }]) {
      expect((await request.get('/dev/mail', { headers })).status()).toBe(404);
    }
  });

  test('a person whom nobody knows', async ({ page }) => {
    expect((await page.goto('/people/nobody-of-that-name'))?.status()).toBe(404);
    await expectAccessible(page);
  });
});
