import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailMessage } from '@/src/mail';
import { parseMailAddress } from './email-address';

test.each([
  [' Ada@Example.ORG ', 'Ada@example.org', 'ada@example.org'],
  ["o'neil+papers@sub.example.org", "o'neil+papers@sub.example.org", "o'neil+papers@sub.example.org"],
  ['ada@Exämple.org', 'ada@xn--exmple-cua.org', 'ada@xn--exmple-cua.org'],
  // The same name with its dots as a mark of their own.
  ['ada@Exa\u0308mple.org', 'ada@xn--exmple-cua.org', 'ada@xn--exmple-cua.org'],
  ['ada@xn--exmple-cua.org', 'ada@xn--exmple-cua.org', 'ada@xn--exmple-cua.org'],
  ['ada@почта.рф', 'ada@xn--80a1acny.xn--p1ai', 'ada@xn--80a1acny.xn--p1ai'],
  ['ada＠例え。jp', 'ada@xn--r8jz45g.jp', 'ada@xn--r8jz45g.jp'],
])('%j is mailed at %j', (input, address, key) => {
  expect(parseMailAddress(input)).toEqual({ ok: true, value: { address, key } });
});

test.each([
  ...[
    '',
    'ada',
    'ada@',
    '@example.org',
    'ada@example',
    'ada@localhost',
    'ada@1.2.3.4',
    'ada@[127.0.0.1]',
    'ada@0x7f.1',
  ],
  ...['ada@example.org, bob@example.org', 'Ada <ada@example.org>', '"ada lovelace"@example.org', 'a\\b@example.org'],
  ...[
    'ada@example.org\r\nBcc: all@example.org',
    'ada\r\n@example.org',
    'ada@exam\u200bple.org',
    'ada@ex\u0000ample.org',
  ],
  ...['ada@example.org/x', 'ada@example.org:25', 'ada@exa%6dple.org', 'ada@user@example.org', 'ada@-example.org'],
  ...[
    'ada@exam_ple.org',
    'ada@example..org',
    'ada@example.org.',
    'ädä@example.org',
    'ada@xn--a.org',
    'a@orcid.invalid',
  ],
  ...[`${'a'.repeat(65)}@example.org`, `a@${'a'.repeat(64)}.org`, `a@${'abcdefgh.'.repeat(30)}org`, 'ä'.repeat(10_000)],
  ...[null, undefined, 7, ['ada@example.org'], { toString: () => 'ada@example.org' }],
])('%j is refused', (input) => {
  expect(parseMailAddress(input)).toMatchObject({ ok: false, refusal: { code: 'bad-address' } });
});

test('whatever is taken can be mailed', () => {
  const typed = fc.oneof(
    fc.emailAddress(),
    fc.tuple(fc.string(), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const parsed = parseMailAddress(text);
      if (parsed.ok)
        expect(mailMessage({ to: parsed.value.address, subject: 'a', text: 'a', html: 'a' }).ok).toBe(true);
    }),
  );
});
