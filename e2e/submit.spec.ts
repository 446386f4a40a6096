import type { Page } from '@playwright/test';
import { apiFeed } from '@/tests/ingest/arxiv-replay';
import type { AppServer } from '@/tests/setup/app-server';
import { type ReplayServer, startReplayServer } from '@/tests/setup/replay-server';
import { aPaperPage, expectWithinWidth } from './discussion';
import { expect, expectAccessible, type Instance, test as onInstance, startBeside } from './instance';

const CRON_SECRET = 'a-cron-secret-for-tests';
const PHONE = { width: 390, height: 844 };
const DAYS_OLD = 24 * 3_600_000;

/** Whether arXiv, as the tests play it, answers, and how old the papers are that it knows. */
type Arxiv = ReplayServer & { isDown: boolean; daysOld: number };

const test = onInstance.extend<object, { arxiv: Arxiv; app: AppServer }>({
  arxiv: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted.
    async ({}, use) => {
      const server: Arxiv = Object.assign(await startReplayServer(), { isDown: false, daysOld: 1 });
      server.route('*', ({ url }) => {
        const ids = (url.searchParams.get('id_list') ?? '').split(',');
        return server.isDown
          ? { status: 500 }
          : apiFeed(ids, new Date(Date.now() - server.daysOld * DAYS_OLD).toISOString());
      });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  app: [
    async ({ instance, arxiv }, use) => {
      const app = await startBeside(instance, { ARXIV_API_URL: arxiv.url, CRON_SECRET });
      await use(app);
      await app.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ app }, use) => use(app.url),
});

let made = Math.floor(Math.random() * 90_000);
const freshId = (): string => {
  made = (made % 99_998) + 1;
  return `2611.${String(made).padStart(5, '0')}`;
};

async function as(page: Page, instance: Instance, app: AppServer) {
  const person = await instance.person();
  await page.context().clearCookies();
  await instance.signIn(page.context(), person, app.url);
  return person;
}

async function lookUp(page: Page, text: string): Promise<void> {
  await page.goto('/papers/submit');
  await page.getByLabel('Paper', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Look it up' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a member looks a paper up, submits it, and finds it on the day’s list', async ({
      page,
      instance,
      app,
      arxiv,
    }) => {
      Object.assign(arxiv, { isDown: false, daysOld: 1 });
      const person = await as(page, instance, app);
      const id = freshId();
      await lookUp(page, `https://arxiv.org/abs/${id}v2`);
      await expect(page.getByRole('heading', { name: `Asked for ${id}` })).toBeVisible();
      await page.getByLabel(/^First comment/).fill('Worth *reading*.');
      await page.getByLabel(/^Code/).fill('https://code.example/folding');
      await page.getByRole('button', { name: 'Submit', exact: true }).click();
      await expect(page.getByRole('status')).toContainText('Thank you');
      await page.getByRole('link', { name: /^the list of/ }).click();
      const entry = page.getByRole('article').filter({ hasText: `Asked for ${id}` });
      await expect(entry).toContainText(`submitted by ${person.displayName}`);
      await entry.getByRole('link', { name: `Asked for ${id}` }).click();
      await expect(page.getByText('Worth reading.')).toBeVisible();
      await expect(page.getByRole('link', { name: 'Code' })).toHaveAttribute('href', 'https://code.example/folding');
      await expect(page.getByText('Submitted by')).toBeVisible();
      await page.goto(`/people/${person.handle}`);
      await expect(page.getByRole('article').filter({ hasText: `Asked for ${id}` })).toBeVisible();
    });
  });
}

test('while arXiv is down a submission is kept, its member sees so, and the job brings it', async ({
  page,
  instance,
  app,
  arxiv,
  request,
}) => {
  test.setTimeout(180_000);
  arxiv.isDown = true;
  const person = await as(page, instance, app);
  const id = freshId();
  await lookUp(page, id);
  await expect(page.getByRole('alert')).toContainText('arXiv does not answer');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page.getByRole('status')).toContainText(`${id} is kept`);
  await expectAccessible(page);
  await page.goto(`/people/${person.handle}`);
  await expect(page.getByRole('region', { name: 'Submitted and not listed' })).toContainText(
    'Kept until arXiv answers',
  );
  await expectAccessible(page);
  await page.context().clearCookies();
  await page.goto(`/people/${person.handle}`);
  await expect(page.getByText(id)).toHaveCount(0);

  Object.assign(arxiv, { isDown: false, daysOld: 1 });
  await instance.sql`UPDATE submissions SET next_try_at = now() WHERE paper_id = ${id}`;
  // Another test's run of the job may be under way, which then does not see this one.
  await expect(async () => {
    const authorization = `Bearer ${CRON_SECRET}`;
    expect((await request.post(`${app.url}/api/jobs/submissions`, { headers: { authorization } })).status()).toBe(200);
    await page.goto(`/papers/${id}`);
    await expect(page.getByRole('heading', { name: `Asked for ${id}` })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
});

test.describe('what cannot be submitted', () => {
  test.use({ expected: [/404/] });

  test('is said in a sentence, and what is here already leads to its page', async ({ page, instance, app, arxiv }) => {
    await page.goto('/papers/submit');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fpapers%2Fsubmit/);
    await as(page, instance, app);
    await lookUp(page, 'https://example.org/not-a-paper');
    await expect(page.getByText('not a site whose papers we know')).toBeVisible();
    await expect(page.getByLabel('Paper', { exact: true })).toHaveValue('https://example.org/not-a-paper');
    Object.assign(arxiv, { isDown: false, daysOld: 40 });
    await lookUp(page, freshId());
    await expect(page.getByText('older than 14 days')).toBeVisible();
    await expectAccessible(page);
    const paper = await aPaperPage(instance);
    await lookUp(page, paper.split('/').at(-1) ?? '');
    await expect(page).toHaveURL(new RegExp(`${paper}$`));
  });
});

test('what was written is found again when it is refused', async ({ page, instance, app, arxiv }) => {
  Object.assign(arxiv, { isDown: false, daysOld: 1 });
  await as(page, instance, app);
  await lookUp(page, freshId());
  await page.getByLabel(/^First comment/).fill('Half a page of thoughts.');
  await page.getByLabel(/^Code/).fill('https://nowhere/x');
  await page.getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('must begin with https://');
  await expect(page.getByLabel(/^First comment/)).toHaveValue('Half a page of thoughts.');
  await expect(page.getByLabel(/^Code/)).toHaveValue('https://nowhere/x');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`on a phone, ${colorScheme}`, () => {
    test.use({ viewport: PHONE, colorScheme });

    test('the pages can be used by everybody', async ({ page, instance, app, arxiv }) => {
      Object.assign(arxiv, { isDown: false, daysOld: 1 });
      await as(page, instance, app);
      await page.goto('/papers/submit');
      await expectAccessible(page);
      await expectWithinWidth(page);
      await lookUp(page, freshId());
      await expect(page.getByRole('button', { name: 'Submit', exact: true })).toBeVisible();
      await expectAccessible(page);
      await expectWithinWidth(page);
    });
  });
}
