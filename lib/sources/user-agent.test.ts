import { expect, it } from 'vitest';
import { userAgent } from './user-agent';

it('tells who asks, from where, and whom to write to', () => {
  const whole = userAgent({ BASE_URL: 'https://papers.example.org', CONTACT: 'mail@example.org' });
  expect(whole).toMatch(/^Broadsheet\/\d+\.\d+\.\d+ \(\+https:\/\/papers\.example\.org; mail@example\.org\)$/);
  expect(userAgent({})).toMatch(/^Broadsheet\/[\d.]+$/);
});

it('stays one header line whatever the contact holds', () => {
  expect(userAgent({ CONTACT: 'a\r\nX-Evil: 1 (ü)' })).toMatch(/^[\x20-\x7e]+$/);
});
