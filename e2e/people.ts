import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

type Options = { handle?: string };
type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>;

/** Asks for a link, opens it from the mailbox and presses its button; ends on the page after that. */
export async function signInByMail(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Look in your mail' })).toBeVisible();
  await openLink(page, email);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

/** Opens the newest link that was mailed to an address. */
export async function openLink(page: Page, email: string): Promise<void> {
  await page.goto('/dev/mail');
  const mail = page.getByRole('listitem').filter({ hasText: `to ${email} ` });
  await mail.first().getByRole('link').click();
  await page.getByRole('region', { name: 'As plain text' }).getByRole('link').click();
  await expect(page.getByText(email)).toBeVisible();
}

/**
 * Signs a page's browser in as `{name}@example.org`, with a handle. The session is kept for the other tests of the run:
 * one client can ask for twenty links in a quarter of an hour, and all tests are one client.
 */
export async function signInAs(page: Page, name: string, { handle = name }: Options = {}): Promise<void> {
  const folder = join(test.info().project.outputDir, 'people');
  const file = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  // Whoever makes the folder signs in; the other worker waits for his session.
  if (existsSync(file) || !makes(`${file}.lock`)) {
    await expect.poll(() => existsSync(file)).toBe(true);
    await page.context().addCookies(JSON.parse(readFileSync(file, 'utf8')) as Cookies);
    return;
  }
  await signInByMail(page, `${name}@example.org`);
  await page.getByLabel('Handle').fill(handle);
  await page.getByRole('button', { name: 'Take this handle' }).click();
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeHidden();
  writeFileSync(`${file}.part`, JSON.stringify(await page.context().cookies()));
  renameSync(`${file}.part`, file);
}

function makes(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
