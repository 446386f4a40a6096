import { expect, test } from 'vitest';
import { mailMessage } from './message';

const fields = { to: 'ada@example.org', subject: 'Sign in', text: 'a', html: '<p>a</p>' };

test('a plain message passes', () => {
  expect(mailMessage({ ...fields, headers: { 'List-Unsubscribe': '<https://x.example/u>' } }).ok).toBe(true);
  expect(mailMessage({ ...fields, subject: 'Tagesausgabe: naïve Bäume 🌲' }).ok).toBe(true);
});

const BREAKS = ['\r\n', '\n', '\r', '\u2028', '\u2029', '\u0085', '\u000b', '\u000c', '\u0000', '\u202e', '\u200b'];

test.each(BREAKS)('%j is refused in every field of the head', (mark) => {
  const evil = `x${mark}Bcc: all@example.org`;
  expect(mailMessage({ ...fields, to: `ada@example.org${mark}` }).ok).toBe(false);
  expect(mailMessage({ ...fields, to: `ada${mark}@example.org` }).ok).toBe(false);
  expect(mailMessage({ ...fields, subject: evil }).ok).toBe(false);
  expect(mailMessage({ ...fields, headers: { 'X-A': evil } }).ok).toBe(false);
  expect(mailMessage({ ...fields, headers: { [`X-A${mark}`]: 'x' } }).ok).toBe(false);
});

test.each(['a@b, c@d', 'a@b;c@d', 'A <a@b>', '<a@b>', 'a@b@c', '"a"@b', 'a(c)@b', 'a b@c', '', `${'a'.repeat(65)}@b`])(
  'the address %j is refused',
  (to) => {
    expect(mailMessage({ ...fields, to })).toMatchObject({ ok: false, refusal: { code: 'bad-address' } });
  },
);

test.each([': x', 'Bcc: x', 'X A', '', 'X-Ä'])('the header name %j is refused', (name) => {
  expect(mailMessage({ ...fields, headers: { [name]: 'x' } })).toMatchObject({ refusal: { code: 'bad-header' } });
});
