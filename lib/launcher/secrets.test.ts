import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepSecrets } from './secrets';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('secrets are made once, long, and readable by us alone', () => {
  const first = keepSecrets(folder);
  expect(first.CRON_SECRET.length).toBeGreaterThanOrEqual(43);
  expect(first.CRON_SECRET).not.toBe(first.AUTH_SECRET);
  expect(keepSecrets(folder)).toEqual(first);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('a secret that an older version did not know is added, the others stay', () => {
  writeFileSync(join(folder, 'secrets.json'), '{"CRON_SECRET":"kept-as-it-was"}');
  const secrets = keepSecrets(folder);
  expect(secrets.CRON_SECRET).toBe('kept-as-it-was');
  expect(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))).toEqual(secrets);
});

test('a damaged file is named, not overwritten', () => {
  writeFileSync(join(folder, 'secrets.json'), '{"CRON_');
  expect(() => keepSecrets(folder)).toThrow(/secrets\.json is damaged/);
  expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe('{"CRON_');
});
