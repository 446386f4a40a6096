import { expect, test } from 'vitest';
import { parseEmailAddress, placeholderAddress } from './email-address';

test.each([
  [' Ada@Example.ORG ', 'ada@example.org'],
  ["o'neil+papers@sub.example.org", "o'neil+papers@sub.example.org"],
])('%j is %s', (input, address) => {
  expect(parseEmailAddress(input)).toEqual({ ok: true, value: address });
});

test.each([
  '',
  'ada',
  'ada@',
  '@example.org',
  'ada@example',
  'ada@example.org, bob@example.org',
  'ada@example.org;bob@example.org',
  'Ada <ada@example.org>',
  '<ada@example.org>',
  '"ada lovelace"@example.org',
  'ada@example.org\r\nBcc: all@example.org',
  'ada\r\n@example.org',
  'ada@exam\u0000ple.org',
  'ada@ex\u0430mple.org',
  'ada\u200b@example.org',
  'ada@[127.0.0.1]',
  `${'a'.repeat(250)}@example.org`,
  placeholderAddress('0000-0001-2345-6789'),
  null,
  undefined,
  ['ada@example.org'],
  { toString: () => 'ada@example.org' },
])('%j is refused', (input) => {
  expect(parseEmailAddress(input)).toMatchObject({ ok: false, refusal: { code: 'bad-address' } });
});
