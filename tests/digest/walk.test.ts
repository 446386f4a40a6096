import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { GET, POST } from '@/app/api/jobs/digest/route';
import { POST as preview } from '@/app/subscription/[token]/preview/route';
import { POST as leave } from '@/app/subscription/[token]/unsubscribe/route';
import { closePools } from '@/lib/db/close-pools';
import { setEnv } from '@/lib/env';
import { readMessage } from '@/src/mail';
import type { TestDatabase } from '../setup/test-database';
import { testDatabase } from '../setup/test-database';
import { enrol, publish } from './population';

const SECRET = 'a-cron-secret-for-tests';
const site = 'http://papers.example.org';
let db: TestDatabase;
let folder: string;

beforeAll(async () => {
  db = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-walk-'));
  setEnv({
    ...{ DATABASE_URL: db.url, DATA_DIR: folder, BASE_URL: site, CRON_SECRET: SECRET, LOG_LEVEL: 'error' },
    ...{ AUTH_SECRET: 'a secret for tests, and long enough to be one', ARXIV_CATEGORIES: 'cs.CL' },
  });
});
beforeEach(async () => {
  await db.empty();
  rmSync(join(folder, 'mail'), { recursive: true, force: true });
});
afterAll(async () => {
  await closePools();
  rmSync(folder, { recursive: true, force: true });
});

const call = (handler: typeof POST, authorization = `Bearer ${SECRET}`) =>
  handler(new Request(`${site}/api/jobs/digest`, { method: 'POST', headers: { authorization } }));
const mails = (): string[] => {
  const box = join(folder, 'mail');
  return readdirSync(box).map((name) => readFileSync(join(box, name), 'utf8'));
};
const tokenIn = (link: string): string => decodeURIComponent(/\/subscription\/([^/>]+)/.exec(link)?.[1] ?? '');
const params = (token: string) => ({ params: Promise.resolve({ token }) });

test('the job brings the mail into the mailbox, and one POST without cookie or origin ends it for good', async () => {
  await publish(db.sql, 3);
  await enrol(db.sql, 1);
  expect((await call(POST)).status).toBe(200);
  expect((await call(GET)).status).toBe(200);
  const [source = '', ...more] = mails();
  expect(more).toEqual([]);
  expect(readMessage(source).text.match(/^ {2}PDF/gm)).toHaveLength(3);

  const link = /^List-Unsubscribe: <([^>]+)>/m.exec(source.replace(/\r\n /g, ' '))?.[1] ?? '';
  const answer = await leave(
    new Request(link, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    }),
    params(tokenIn(link)),
  );
  expect(answer.status).toBe(200);
  expect(await db.sql`SELECT status FROM subscribers`).toEqual([{ status: 'unsubscribed' }]);

  await db.sql`UPDATE subscribers SET next_due_at = now() - interval '1 minute'`;
  await publish(db.sql, 1);
  await call(POST);
  expect(mails()).toHaveLength(1);
});

test('nobody starts the job without the secret', async () => {
  for (const authorization of ['', 'Bearer wrong', `Basic ${SECRET}`])
    expect((await call(POST, authorization)).status).toBe(401);
});

test('a preview comes at once, once in ten minutes, and moves no window', async () => {
  await publish(db.sql, 2);
  await enrol(db.sql, 1);
  const before = await db.sql`SELECT covered_until, next_due_at FROM subscribers`;
  await call(POST);
  const manage = /https?:\/\/\S+\/subscription\/[^\s/]+(?=\s)/.exec(readMessage(mails()[0] ?? '').text)?.[0] ?? '';
  expect(manage).toContain('.manage.');
  const covered = await db.sql`SELECT covered_until FROM subscribers`;
  const ask = () =>
    preview(
      new Request(`${manage}/preview`, {
        method: 'POST',
        headers: { origin: site, 'content-type': 'application/x-www-form-urlencoded' },
      }),
      params(tokenIn(manage)),
    );
  expect((await ask()).headers.get('location')).toMatch(/done=previewed$/);
  expect((await ask()).headers.get('location')).toMatch(/problem=1$/);
  expect(mails()).toHaveLength(2);
  expect(await db.sql`SELECT covered_until FROM subscribers`).toEqual(covered);
  expect(before).toHaveLength(1);
});
