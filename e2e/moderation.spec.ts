import type { Page } from '@playwright/test';
import { aPaperPage, comment, expectWithinWidth, say } from './discussion';
import { expect, expectAccessible, type Instance, test } from './instance';

const REASON = 'Reason, for everybody to read';
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

const as = async (page: Page, instance: Instance, person: Awaited<ReturnType<Instance['person']>>): Promise<void> => {
  await page.context().clearCookies();
  await instance.signIn(page.context(), person);
};

async function flagComment(page: Page, paper: string, text: string): Promise<void> {
  await page.goto(paper);
  await comment(page, text).getByRole('link', { name: 'Flag' }).click();
  const summary = page.locator('summary', { hasText: 'Flag' });
  if (!(await page.getByLabel('Advertising or spam').isVisible())) await summary.click();
  await page.getByLabel('Advertising or spam').check();
  await page.getByRole('button', { name: 'Flag' }).click();
  await expect(page.getByRole('status').first()).toContainText('Thank you');
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('two flags bring a comment before a moderator, who hides it in the open', async ({ page, instance }) => {
      const [author, one, other] = [await instance.person(), await instance.person(), await instance.person()];
      const moderator = await instance.person('moderator');
      const paper = await aPaperPage(instance);
      const text = `Buy my thing ${author.handle}`;
      await as(page, instance, author);
      await page.goto(paper);
      await say(page, text);
      for (const person of [one, other]) {
        await as(page, instance, person);
        await flagComment(page, paper, text);
      }

      await as(page, instance, moderator);
      await page.goto('/admin/queue');
      const item = page.getByRole('listitem').filter({ hasText: text });
      await expect(item).toContainText('2 flags: Advertising or spam');
      for (const { handle } of [one, other]) await expect(item).not.toContainText(handle);
      await item.getByRole('link', { name: /^Decide/ }).click();
      await page.getByLabel(REASON).fill(`Advertising by ${author.handle}`);
      await page.getByRole('button', { name: 'Hide' }).click();
      await expect(page.getByRole('status').first()).toContainText('Done');

      await page.context().clearCookies();
      await page.goto(paper);
      await expect(page.getByText(text)).toHaveCount(0);
      await page.goto('/moderation');
      const line = page.getByRole('listitem').filter({ hasText: `Advertising by ${author.handle}` });
      await expect(line).toContainText(`@${moderator.handle} hid a comment on`);
      for (const { handle } of [one, other]) await expect(page.getByText(`@${handle}`)).toHaveCount(0);

      await as(page, instance, moderator);
      await page.goto('/admin/log');
      const undo = page.getByRole('listitem').filter({ hasText: `Advertising by ${author.handle}` });
      await undo.getByText('Undo', { exact: true }).click();
      await undo.getByLabel(REASON).fill('It was no advertisement');
      await undo.getByRole('button', { name: 'Undo this' }).click();
      await expect(page.getByRole('status').first()).toContainText('Done');
      await page.goto(paper);
      await expect(comment(page, text)).toBeVisible();
    });
  });
}

for (const [name, viewport] of Object.entries(SIZES)) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test('the pages of moderators can be used by everybody', async ({ page, instance }) => {
      const [admin, member] = [await instance.person('admin'), await instance.person()];
      const paper = await aPaperPage(instance);
      await as(page, instance, member);
      await page.goto(paper);
      await say(page, 'To be looked at.');
      await as(page, instance, admin);
      await page.goto(paper);
      await comment(page, 'To be looked at.').getByRole('link', { name: 'Moderate' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'A comment' })).toBeVisible();
      const pages = [
        '/admin/queue',
        '/admin/people',
        '/admin/ingest',
        '/admin/jobs',
        '/admin/log',
        '/moderation',
        page.url(),
      ];
      for (const path of [...pages, `/flag/paper?id=${paper.split('/').at(-1)}`]) {
        await page.goto(path);
        await expectAccessible(page);
        await expectWithinWidth(page);
      }
    });
  });
}

test('an administrator suspends a person and gives roles; the last administrator stays', async ({
  page,
  instance,
  browser,
}) => {
  const [admin, member] = [await instance.person('admin'), await instance.person()];
  const theirs = await browser.newPage({ baseURL: instance.url });
  await instance.signIn(theirs.context(), member);
  await theirs.goto('/settings');
  await expect(theirs.getByRole('heading', { name: 'Settings' })).toBeVisible();

  await as(page, instance, admin);
  const decide = async (handle: string, button: string): Promise<void> => {
    await page.goto(`/admin/people?q=${handle}`);
    const entry = page
      .getByRole('listitem')
      .filter({ has: page.getByText(`@${handle}`, { exact: true }) })
      .first();
    await entry.locator('summary').click();
    await entry.getByLabel(REASON).fill('For the test');
    await entry.getByRole('button', { name: button }).click();
  };
  await decide(member.handle, 'Make a moderator');
  await expect(page.getByRole('status').first()).toContainText('Done');
  await theirs.goto('/admin/queue');
  await expect(theirs.getByRole('heading', { name: /^Queue/ })).toBeVisible();

  await decide(member.handle, 'Suspend');
  await expect(page.getByRole('main')).toContainText('Suspended');
  await theirs.goto('/settings');
  await expect(theirs).toHaveURL(/\/sign-in/);
  await theirs.close();

  await instance.sql`UPDATE users SET role = 'member' WHERE role = 'admin' AND id <> ${admin.id}`;
  await decide(admin.handle, 'Make a member');
  await expect(page.getByRole('alert')).toContainText('needs an administrator');
});

test('a paper taken out of the lists keeps its page, which says so; its discussion can be closed', async ({
  page,
  instance,
}) => {
  const paper = await aPaperPage(instance);
  await as(page, instance, await instance.person('moderator'));
  await page.goto(paper);
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const list = '/papers/date/2026-01-06?sort=newest';
  await page.goto(list);
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await page.goto(`/admin/item?kind=paper&id=${paper.split('/').at(-1)}`);
  await page.getByLabel(REASON).fill('Not for this feed');
  await page.getByRole('button', { name: 'Take out of the lists' }).click();
  await page.getByLabel(REASON).fill('Nor its discussion');
  await page.getByRole('button', { name: 'Close discussion' }).click();
  await expect(page.getByText('Discussion closed').first()).toBeVisible();

  await page.context().clearCookies();
  await page.goto(list);
  await expect(page.getByRole('link', { name: title })).toHaveCount(0);
  await page.goto(paper);
  await expect(page.getByText('took this paper out of the lists')).toBeVisible();
  await expect(page.getByText('has closed this discussion')).toBeVisible();
});

test.describe('others', () => {
  test.use({ expected: [/403/] });

  test('are told that these pages are not for them', async ({ page, instance }) => {
    await page.goto('/admin/people');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fadmin%2Fpeople/);
    await as(page, instance, await instance.person());
    for (const path of ['queue', 'people', 'ingest', 'jobs', 'log', 'item?kind=paper&id=2401.01234']) {
      const answer = await page.goto(`/admin/${path}`);
      expect(answer?.status(), path).toBe(403);
      expect(answer?.headers()['cache-control']).toContain('no-store');
      await expect(page.getByRole('heading', { level: 1, name: 'For moderators' })).toBeVisible();
    }
  });
});
