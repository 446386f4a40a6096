import { expect, test } from 'vitest';
import { EnvError, envTable, readEnv } from './env';

const faultOf = (source: Record<string, string>): string => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return '';
};

test('an empty environment is a working instance', () => {
  expect(readEnv({})).toMatchObject({
    PORT: 3000,
    HOST: '127.0.0.1',
    DATA_DIR: '.data',
    SCHEDULER: 'on',
    PAGE_CACHE_MB: 64,
  });
});

test('an empty variable counts as not set', () => {
  expect(readEnv({ PORT: '', BASE_URL: '' })).toMatchObject({ PORT: 3000, BASE_URL: undefined });
});

test.each([
  [{ PORT: 'abc' }, 'PORT "abc": expected a port from 0 to 65535.'],
  [{ PORT: '70000' }, 'PORT "70000": expected a port from 0 to 65535.'],
  [{ BASE_URL: 'https://x.org/feed' }, /BASE_URL .*scheme, host and port only/],
  [{ BASE_URL: 'https://me:pw@x.org' }, /BASE_URL .*scheme, host and port only/],
  [{ BASE_URL: 'https://x.org/?a=b' }, /BASE_URL/],
  [{ BASE_URL: 'ftp://x.org' }, /BASE_URL/],
  [{ BASE_URL: 'x.org' }, /BASE_URL/],
  [{ DATABASE_URL: 'mysql://x/y' }, /DATABASE_URL/],
  [{ SCHEDULER: 'yes' }, /SCHEDULER/],
  [{ ARXIV_CATEGORIES: 'cs.CL;cs.LG' }, /ARXIV_CATEGORIES/],
  [{ CRON_SECRET: 'short' }, /CRON_SECRET/],
])('%j is refused by name', (source, sentence) => {
  expect(faultOf(source)).toMatch(sentence);
});

test('every fault is told at once', () => {
  expect(faultOf({ PORT: 'x', SCHEDULER: 'y' }).split('\n')).toHaveLength(2);
});

test('a fault never quotes a secret', () => {
  const fault = faultOf({
    CRON_SECRET: 'hunter2',
    DATABASE_URL: 'mysql://me:hunter2@x/y',
    SMTP_URL: 'http://me:hunter2@x',
  });
  expect(fault).toMatch(/DATABASE_URL: .*\nCRON_SECRET: expected at least 16 characters/);
  expect(fault).not.toContain('hunter2');
});

test('a trailing slash of the public address is dropped', () => {
  expect(readEnv({ BASE_URL: 'https://papers.example.org/' }).BASE_URL).toBe('https://papers.example.org');
});

test('every variable has its sentence', () => {
  for (const { about } of envTable()) expect(about).toMatch(/^(?:[A-Z`]|arXiv).*\.$/);
});
