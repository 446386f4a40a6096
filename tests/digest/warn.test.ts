import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { warnOperators } from '@/lib/digest/warn-operators';
import { setEnv } from '@/lib/env';
import { createLog } from '@/lib/log';
import { localMailbox } from '@/lib/mail/mailer';
import { type TestDatabase, testDatabase } from '../setup/test-database';
import { enrol } from './population';

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-warn-'));
  setEnv({
    ...{ DATABASE_URL: db.url, DATA_DIR: folder, BASE_URL: 'https://papers.example.org' },
    ADMIN_EMAILS: 'ada@example.org,bo@example.org',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines: string[] = [];
const log = createLog({ level: 'error', write: (line) => lines.push(line) });
const mailed = async (): Promise<string[]> => {
  const mailbox = localMailbox();
  const names = (await mailbox?.list()) ?? [];
  const messages = await Promise.all(names.map((name) => mailbox?.read(name)));
  return messages.map((message) => `${message?.to}: ${message?.subject} ${message?.text}`).sort();
};

test('while all is well nobody is told anything', async () => {
  await warnOperators(db.sql, log);
  expect(await mailed()).toEqual([]);
});

test('an edition two hours late is told in the log at once and to every administrator, once in six hours', async () => {
  await enrol(db.sql, 3);
  await db.sql`UPDATE subscribers SET next_due_at = now() - interval '2 hours'`;
  await Promise.all([warnOperators(db.sql, log), warnOperators(db.sql, log)]);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^error: The digest of 3 readers is due/);
  const mails = await mailed();
  expect(mails).toHaveLength(2);
  expect(mails[0]).toMatch(/^ada@example\.org: Broadsheet: the digest needs you .*The digest of 3 readers is due/s);
  expect(mails[0]).toContain('https://papers.example.org/status');
  expect(mails[1]).toMatch(/^bo@example\.org: /);

  await db.sql`UPDATE digest_clock SET warned_at = now() - interval '7 hours'`;
  await warnOperators(db.sql, log);
  expect(await mailed()).toHaveLength(4);
});
