import { expect, test } from 'vitest';
import type { UtcDay } from '@/src/shared';
import type { DigestHealth } from './digest-store';
import { warningMail } from './warning-mail';
import { digestWarnings } from './warnings';

const day = '2026-05-29' as UtcDay;
const well: DigestHealth = {
  unplanned: { count: 0, since: null },
  late: { count: 0, since: null, answer: '' },
  editions: [{ kind: 'daily', day, sent: 95, failed: 5 }],
  paused: null,
};
const since = new Date('2026-05-29T06:00:00Z');

test('nothing is said while editions go out and at most 5 % fail', () => {
  expect(digestWarnings(well)).toEqual([]);
  expect(digestWarnings({ ...well, editions: [{ kind: 'daily', day, sent: 1, failed: 1 }] })).toEqual([]);
});

test('more than 5 % failed', () => {
  const [warning] = digestWarnings({ ...well, editions: [{ kind: 'daily', day, sent: 94, failed: 6 }] });
  expect(warning).toEqual({
    code: 'digest-failing',
    message: 'Digest of Friday, 29 May (daily): 6 of 100 could not be delivered.',
  });
});

test('an edition that was due more than an hour ago, with the server’s last words', () => {
  const late = { count: 3, since, answer: 'connection: 421 Shutting down' };
  expect(digestWarnings({ ...well, late })[0]?.message).toBe(
    '3 digests should have gone out since 2026-05-29 06:00 UTC and did not. The mail server’s last words: connection: 421 Shutting down',
  );
});

test('readers whose edition nobody even began', () => {
  expect(digestWarnings({ ...well, unplanned: { count: 1, since } })[0]?.message).toMatch(
    /^The digest of 1 reader is due/,
  );
});

test('what a mail server said is text in the warning, not mark-up', () => {
  const warnings = digestWarnings({ ...well, late: { count: 1, since, answer: '550 <b>\u202eno\r\nBcc: x' } });
  const mail = warningMail({ siteName: 'Broadsheet', statusPage: 'https://papers.example.org/status', warnings });
  expect(mail.html).toContain('550 &lt;b&gt; no Bcc: x');
  expect(mail.text).not.toMatch(/\u202e|\r/);
});
