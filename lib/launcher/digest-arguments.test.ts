import { expect, test } from 'vitest';
import { readDigestArguments } from './digest-arguments';

const read = (line: string) => readDigestArguments(line.split(' ').filter(Boolean));

test('says what is to be done', () => {
  expect(read('')).toMatchObject({ value: { dryRun: false, only: undefined, day: undefined } });
  expect(read('--dry-run')).toMatchObject({ value: { dryRun: true } });
  expect(read('--only Ada@Example.org --day 2026-05-29')).toMatchObject({
    value: { only: 'ada@example.org', day: '2026-05-29' },
  });
  expect(read('--help')).toMatchObject({ value: 'help' });
});

test.each([
  ['--day 2026-05-29', /needs --only/],
  ['--only nobody', /one address/],
  ['--only a@b.c --day yesterday', /YYYY-MM-DD/],
  ['--only a@b.c --day 2026-05-29 --dry-run', /dry-run/],
  ['--all', /Unknown option/],
  ['now', /Unexpected argument/],
])('refuses %s', (line, sentence) => {
  expect(read(line)).toMatchObject({ ok: false, refusal: { message: expect.stringMatching(sentence) } });
});
