import { aPaperPage, comment, expectWithinWidth, say } from './discussion';
import { expect, expectAccessible, startBeside, test } from './instance';

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 900 } };

for (const [name, viewport] of Object.entries(SIZES)) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test('one writes, previews, posts, answers, edits and deletes', async ({ page, context, instance }) => {
      const [ada, bob] = [await instance.person(), await instance.person()];
      const paper = await aPaperPage(instance);
      await instance.signIn(context, ada);
      await page.goto(paper);
      const field = page.getByLabel('Your comment');
      await field.fill('Is **this** so, @nobody?\n\nSince $x^2 \\le 1$:\n\n```\na < b\n```');
      await page.getByRole('button', { name: 'Preview' }).click();
      const preview = page.getByRole('region', { name: 'Preview' });
      await expect(preview.locator('strong')).toHaveText('this');
      await expect(preview.locator('.katex').first()).toBeVisible();
      await expectAccessible(page);
      await expectWithinWidth(page);
      await page.getByRole('button', { name: 'Post' }).click();
      await expect(page).toHaveURL(/#comment-/);
      await expect(field).toHaveValue('');
      const own = comment(page, 'Is this so');
      await expect(own.getByRole('link', { name: ada.displayName })).toBeVisible();

      await own.getByRole('link', { name: /^Reply/ }).click();
      const reply = page.getByLabel(`Your reply to @${ada.handle}`);
      await expect(reply).toBeFocused();
      await expectAccessible(page);
      await reply.fill('It is.');
      await reply.press('Control+Enter');
      await expect(comment(page, 'It is.')).toBeVisible();
      await expect(page.getByRole('heading', { name: '2 comments' })).toBeVisible();

      await comment(page, 'It is.').getByRole('link', { name: 'Edit' }).click();
      await page.getByLabel('Your comment').fill('It is not.');
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(comment(page, 'It is not.')).toContainText('edited');

      await own.getByRole('link', { name: 'Delete' }).click();
      await page.getByRole('button', { name: 'Delete this comment' }).click();
      await expect(comment(page, 'Deleted by its author.')).toBeVisible();
      await expect(page.getByRole('heading', { name: '1 comment' })).toBeVisible();
      await expectWithinWidth(page);

      await context.clearCookies();
      await instance.signIn(context, bob);
      await page.goto(paper);
      const others = comment(page, 'It is not.');
      await expect(others.getByRole('link', { name: 'Flag' })).toBeVisible();
      await expect(others.getByRole('link', { name: 'Edit' })).toBeHidden();
      await expect(others.getByRole('link', { name: 'Delete' })).toBeHidden();
    });
  });
}

test('signed out one reads, and signing in leads back to writing', async ({ page, context, instance }) => {
  const paper = await aPaperPage(instance);
  await instance.signIn(context, await instance.person());
  await page.goto(paper);
  await say(page, 'Somebody was here.');
  await context.clearCookies();
  await page.goto(paper);
  await expect(comment(page, 'Somebody was here.')).toBeVisible();
  await expect(page.getByLabel('Your comment')).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Sign in to comment' }).click();
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(`${paper}/comments/new`)}`);
});

test('a text survives a session that ended while it was written', async ({ page, context, instance }) => {
  const ada = await instance.person();
  const paper = await aPaperPage(instance);
  await instance.signIn(context, ada);
  await page.goto(paper);
  await page.getByLabel('Your comment').fill('A long thought.');
  await instance.sql`DELETE FROM sessions WHERE user_id = ${ada.id}`;
  await page.getByRole('button', { name: 'Post' }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await instance.signIn(context, ada);
  await page.goto(paper);
  await expect(page.getByLabel('Your comment')).toHaveValue('A long thought.');
});

test('threads come best first, or the newest first', async ({ page, context, instance }) => {
  const paper = await aPaperPage(instance);
  const ids: string[] = [];
  for (const text of ['Older thread', 'Newer thread']) {
    await context.clearCookies();
    await instance.signIn(context, await instance.person());
    await page.goto(paper);
    await say(page, text);
    ids.push(new URL(page.url()).hash.slice(9));
  }
  await comment(page, 'Older thread')
    .getByRole('link', { name: /^Reply/ })
    .click();
  await page.getByLabel(/^Your reply/).fill('An answer');
  await page.getByRole('button', { name: 'Reply', exact: true }).click();
  await expect(comment(page, 'An answer').first()).toBeVisible();
  const first = page.locator('[data-comment]').first();
  await expect(first).toHaveAttribute('data-comment', ids[0] ?? '');
  await page.getByRole('link', { name: 'Newest' }).click();
  await expect(page.getByRole('link', { name: 'Newest' })).toHaveAttribute('aria-current', 'true');
  await expect(first).toHaveAttribute('data-comment', ids[1] ?? '');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('one writes, previews, posts, answers, edits and deletes', async ({ page, context, instance }) => {
    const ada = await instance.person();
    const paper = await aPaperPage(instance);
    await instance.signIn(context, ada);
    await page.goto(paper);
    await page.getByRole('link', { name: 'Write a comment' }).click();
    await page.getByLabel('Your comment').fill('Is **this** so?');
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByRole('region', { name: 'Preview' }).locator('strong')).toHaveText('this');
    await expect(page.getByLabel('Your comment')).toHaveValue('Is **this** so?');
    await page.getByRole('button', { name: 'Post' }).click();
    await expect(page).toHaveURL(new RegExp(`${paper}#comment-`));

    await comment(page, 'Is this so?')
      .getByRole('link', { name: /^Reply/ })
      .click();
    await page.getByLabel(`Your reply to @${ada.handle}`).fill('It is.');
    await page.getByRole('button', { name: 'Reply' }).click();
    await expect(comment(page, 'It is.')).toBeVisible();

    await comment(page, 'Is this so?')
      .getByRole('link')
      .filter({ has: page.locator('time') })
      .click();
    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel('Your comment').fill('Is this really so?');
    await page.getByRole('button', { name: 'Save' }).click();
    await comment(page, 'Is this really so?')
      .getByRole('link')
      .filter({ has: page.locator('time') })
      .click();
    await page.getByText('Delete', { exact: true }).click();
    await page.getByRole('button', { name: 'Delete this comment' }).click();
    await expect(comment(page, 'Deleted by its author.')).toBeVisible();
    await expect(comment(page, 'It is.')).toBeVisible();
  });

  test('a refused text stands in the form again, with what was wrong', async ({ page, context, instance }) => {
    await instance.signIn(context, await instance.person('member', { createdAt: new Date() }));
    await page.goto(await aPaperPage(instance));
    await page.getByRole('link', { name: 'Write a comment' }).click();
    const text = 'https://a.example https://b.example https://c.example';
    await page.getByLabel('Your comment').fill(text);
    await page.getByRole('button', { name: 'Post' }).click();
    await expect(page.getByRole('alert')).toHaveText(/may hold 2 links/);
    await expect(page.getByLabel('Your comment')).toHaveValue(text);
  });
});

test('where discussion is for members, others see none of it and members all', async ({
  page,
  context,
  instance,
  browser,
}) => {
  const app = await startBeside(instance, { COMMENTS: 'members' });
  try {
    const ada = await instance.person();
    const paper = await aPaperPage(instance);
    await instance.signIn(context, ada);
    await page.goto(paper);
    await say(page, 'Between ourselves.');
    const outside = await browser.newPage({ baseURL: app.url });
    await outside.goto(paper);
    await expect(outside.getByText('Between ourselves.')).toHaveCount(0);
    await outside.getByRole('link', { name: 'Read the discussion' }).click();
    await expect(outside).toHaveURL(/\/sign-in\?next=/);
    await outside
      .context()
      .addCookies((await context.cookies()).map(({ name, value }) => ({ name, value, url: app.url })));
    await outside.goto(`${paper}/comments`);
    await expect(comment(outside, 'Between ourselves.')).toBeVisible();
    await say(outside, 'Quite.');
    await expect(comment(outside, 'Quite.')).toBeVisible();
    await outside.close();
  } finally {
    await app.stop();
  }
});
