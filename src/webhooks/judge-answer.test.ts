import { expect, test } from 'vitest';
import { isSpent, judgeAnswer } from './judge-answer';

const answered = (status: number) => ({ kind: 'answered' as const, status });
const broken = { kind: 'broken' as const, reason: 'no answer' };

test.each([200, 204, 299])('%i is success', (status) => {
  expect(judgeAnswer(answered(status), { attempts: 3, random: 0 })).toEqual({ state: 'sent' });
});

test.each([301, 307, 400, 404, 429, 500, 503])('%i is tried again, a redirect too', (status) => {
  expect(judgeAnswer(answered(status), { attempts: 1, random: 0 })).toEqual({ state: 'queued', afterSeconds: 5 });
});

test('tries come seldom and seldomer, over three days, and then end', () => {
  const waits = Array.from({ length: 12 }, (_, at) => judgeAnswer(broken, { attempts: at + 1, random: 0.99 }));
  const seconds = waits.flatMap((verdict) => (verdict.state === 'queued' ? verdict.afterSeconds : []));
  expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
  expect(seconds).toHaveLength(9);
  const hours = seconds.reduce((sum, one) => sum + one, 0) / 3_600;
  expect(hours).toBeGreaterThan(70);
  expect(waits.at(-1)).toEqual({ state: 'failed' });
});

test('gone ends it at once, a week of failures ends it, six days do not', () => {
  const now = new Date('2026-11-27T00:00:00Z');
  const since = (text: string) => ({ failingSince: new Date(text), now });
  expect(judgeAnswer(answered(410), { attempts: 1, random: 0 })).toEqual({ state: 'failed' });
  expect(isSpent(answered(410), { failingSince: null, now })).toBe(true);
  expect(isSpent(broken, since('2026-11-20T00:00:00Z'))).toBe(true);
  expect(isSpent(broken, since('2026-11-20T00:00:01Z'))).toBe(false);
  expect(isSpent(broken, { failingSince: null, now })).toBe(false);
});
