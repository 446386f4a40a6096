import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mailMessage } from '@/src/mail';
import { mailbox } from './mailbox';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'broadsheet-mail-')), 'mail');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const message = (subject: string, text = 'Hello') => {
  const made = mailMessage({ to: 'ada@example.org', subject, text, html: `<p>${text}</p>` });
  if (!made.ok) throw new Error(made.refusal.message);
  return made.value;
};

test('before the first mail it is empty', async () => {
  expect(await mailbox(folder).list()).toEqual([]);
});

test('what was sent is read again: umlauts, emoji, long lines, dots and equals signs', async () => {
  const text = `Grüße 🌲 a=b =41 ${'long '.repeat(60)}\n.\n..\nFrom here\n=\n`;
  const box = mailbox(folder);
  await box.send(message('Ausgabe für Łódź: 数学 and a subject that is long enough to be folded over two lines', text));
  const [name = ''] = await box.list();
  const read = await box.read(name);
  expect(read?.subject).toBe('Ausgabe für Łódź: 数学 and a subject that is long enough to be folded over two lines');
  expect(read?.to).toBe('ada@example.org');
  expect(read?.from).toBe('Broadsheet <broadsheet@localhost>');
  expect(read?.text.trim()).toBe(text.trim());
  expect(read?.html).toContain(`<p>${text.slice(0, 300)}`);
  expect(read?.date?.getTime()).toBeGreaterThan(Date.now() - 60_000);
});

test('newest first, and the oldest go when it is full', async () => {
  const box = mailbox(folder, { size: 3 });
  for (const subject of ['one', 'two', 'three', 'four', 'five']) {
    await box.send(message(subject));
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  const subjects = await Promise.all((await box.list()).map(async (name) => (await box.read(name))?.subject));
  expect(subjects).toEqual(['five', 'four', 'three']);
});

test('files are whole, private, and none is left half written', async () => {
  const box = mailbox(folder);
  await Promise.all(Array.from({ length: 20 }, (_, n) => box.send(message(`mail ${n}`))));
  const names = readdirSync(folder);
  expect(names).toHaveLength(20);
  expect(names.every((name) => name.endsWith('.eml'))).toBe(true);
  expect(statSync(join(folder, names[0] ?? '')).mode & 0o077).toBe(0);
  expect(readFileSync(join(folder, names[0] ?? ''), 'utf8')).toContain('MIME-Version: 1.0');
});

test.each(['../secret.eml', '..%2fsecret.eml', '/etc/passwd', 'x.eml', '', '20261123T090000000Z-0123abcd.eml/../x'])(
  'the name %j reads nothing',
  async (name) => {
    writeFileSync(join(folder, '..', 'secret.eml'), 'Subject: secret\n\nsecret');
    expect(await mailbox(folder).read(name)).toBeUndefined();
  },
);
