import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { z } from 'zod';
import { expect, expectAccessible, test } from './fixtures';
import { openLink, signInAs } from './people';

const PHONE = { width: 390, height: 844 };

const edition = z.object({ papers: z.array(z.object({ id: z.string() })) });
/** Each test votes for papers of its own, so that none counts what another does. */
const paperAt = (nth: number): string => {
  const { papers } = edition.parse(JSON.parse(readFileSync('prisma/sample/edition.json', 'utf8')));
  return papers[nth]?.id ?? '';
};

const button = (within: Page | Locator): Locator => within.getByRole('button', { name: /^Upvote/ });
const countIn = async (of: Locator): Promise<number> =>
  Number(/([\d,]+) votes?/.exec((await of.innerText()).replaceAll('\n', ' '))?.[1]?.replaceAll(',', ''));

// A kept page may be a second behind.
async function reloaded(page: Page, { pressed, votes }: { pressed: string; votes: number }): Promise<void> {
  await page.reload();
  await expect(button(page)).toHaveAttribute('aria-pressed', pressed);
  expect(await countIn(button(page))).toBe(votes);
}

test.describe('with a script', () => {
  test('one press upvotes, the next takes it back, and a reload remembers', async ({ page }) => {
    await signInAs(page, 'vera');
    await page.goto(`/papers/${paperAt(1)}`);
    await expect(button(page)).toHaveAttribute('aria-pressed', 'false');
    const before = await countIn(button(page));
    await button(page).click();
    await expect(button(page)).toHaveAttribute('aria-pressed', 'true');
    expect(await countIn(button(page))).toBe(before + 1);
    await expectAccessible(page);

    await expect(() => reloaded(page, { pressed: 'true', votes: before + 1 })).toPass();
    await expect(page.getByRole('complementary').getByRole('link', { name: 'vera' })).toBeVisible();

    await button(page).click();
    await expect(button(page)).toHaveAttribute('aria-pressed', 'false');
    await expect(() => reloaded(page, { pressed: 'false', votes: before })).toPass();

    await page.goto(`/vote/${paperAt(1)}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Upvote this paper?' })).toBeVisible();
    await expectAccessible(page);
  });

  test('quick presses end as the last one meant', async ({ page }) => {
    await signInAs(page, 'vera');
    await page.goto(`/papers/${paperAt(2)}`);
    await expect(button(page)).toHaveAttribute('aria-pressed', 'false');
    for (let press = 0; press < 5; press++) await button(page).click();
    await expect(button(page)).toHaveAttribute('aria-pressed', 'true');
    await page.waitForLoadState('networkidle');
    await page.reload();
    await expect(button(page)).toHaveAttribute('aria-pressed', 'true');
  });

  test('the key u upvotes the paper in focus', async ({ page }) => {
    await signInAs(page, 'vera');
    await page.goto('/papers?sort=newest');
    const paper = page.getByRole('article').nth(2);
    await expect(button(paper)).toHaveAttribute('aria-pressed', 'false');
    for (let step = 0; step < 3; step++) await page.keyboard.press('j');
    await page.keyboard.press('u');
    await expect(button(paper)).toHaveAttribute('aria-pressed', 'true');
    await expect(paper.getByRole('heading').getByRole('link')).toBeFocused();
    await expect(button(page.getByRole('article').nth(1))).toHaveAttribute('aria-pressed', 'false');
  });

  test.describe('refused', () => {
    test.use({ expected: [/503/] });

    test('it is as before, and a sentence says why', async ({ page }) => {
      await signInAs(page, 'vera');
      await page.goto(`/papers/${paperAt(3)}`);
      await expect(button(page)).toHaveAttribute('aria-pressed', 'false');
      const before = await countIn(button(page));
      await page.route('**/upvote', (route) =>
        route.fulfill({ status: 503, json: { error: 'The database cannot be reached at the moment.' } }),
      );
      await button(page).click();
      await expect(page.getByRole('status').filter({ hasText: 'cannot be reached' })).toBeVisible();
      await expect(button(page)).toHaveAttribute('aria-pressed', 'false');
      expect(await countIn(button(page))).toBe(before);
    });
  });

  test('signed out, nothing is asked of the server about votes', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('/papers');
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.startsWith('/api/viewer'))).toEqual([]);
    await expect(button(page).first()).not.toHaveAttribute('aria-pressed');
  });

  test('on a phone the button is a target that a thumb hits', async ({ page }) => {
    await page.setViewportSize(PHONE);
    await page.goto('/papers');
    const box = await button(page).nth(1).boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(44);
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.x).toBeGreaterThanOrEqual(0);
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('one press upvotes and leads back, the next offers to take it back', async ({ page }) => {
    await signInAs(page, 'walt');
    const id = paperAt(4);
    await page.goto(`/papers/${id}`);
    const before = await countIn(button(page));
    await button(page).click();
    await expect(page).toHaveURL(`/papers/${id}#voted-${id}`);
    await expect(page.getByText('Your upvote is in.')).toBeVisible();
    await expect(button(page)).toContainText(String(before + 1));

    await button(page).click();
    await expect(page.getByRole('heading', { level: 1, name: 'You have upvoted this' })).toBeVisible();
    await page.getByRole('link', { name: 'Go back' }).click();
    await expect(page).toHaveURL(`/papers/${id}`);
    await button(page).click();
    await page.getByRole('button', { name: 'Withdraw my upvote' }).click();
    await expect(page).toHaveURL(`/papers/${id}`);
    await expect(button(page)).toContainText(String(before));
  });

  test('signed out, signing in casts the vote that was meant', async ({ page }) => {
    const id = paperAt(5);
    await page.goto(`/papers/${id}`);
    const before = await countIn(button(page));
    await button(page).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await page.getByLabel('E-mail address').fill('xenia@example.org');
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    await openLink(page, 'xenia@example.org');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Handle').fill('xenia');
    await page.getByRole('button', { name: 'Take this handle' }).click();
    await expect(page).toHaveURL(`/papers/${id}#voted-${id}`);
    await expect(page.getByText('Your upvote is in.')).toBeVisible();
    await expect(button(page)).toContainText(String(before + 1));
  });
});

test('a link that is opened in another browser asks before it votes', async ({ page, browser }) => {
  const id = paperAt(6);
  await page.goto(`/papers/${id}`);
  const before = await countIn(button(page));
  await button(page).click();
  await page.getByLabel('E-mail address').fill('yuri@example.org');
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  const other = await (await browser.newContext()).newPage();
  await openLink(other, 'yuri@example.org');
  await other.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await other.getByLabel('Handle').fill('yuri');
  await other.getByRole('button', { name: 'Take this handle' }).click();
  await expect(other.getByRole('heading', { level: 1, name: 'Upvote this paper?' })).toBeVisible();
  await page.reload();
  await other.getByRole('main').getByRole('button', { name: 'Upvote' }).click();
  await expect(other).toHaveURL(`/papers/${id}#voted-${id}`);
  await expect(button(other)).toHaveAttribute('aria-pressed', 'true');
  expect(await countIn(button(other))).toBe(before + 1);
  await other.context().close();
});
