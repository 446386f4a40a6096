import { expect, test } from 'vitest';
import { ordeal } from './faults';

test('whatever dies or lies, every reader gets the edition, and repeated is at most what was in flight', async () => {
  const verdict = await ordeal({
    ...{ readers: 300, kills: 3, restarts: 1, lanes: 3 },
    ...{ leaseMs: 3_000, attemptMs: 1_300, tarpitMs: 400, limitMs: 100_000, minuteMs: 150 },
  });
  const { lost, repeated, bound, seconds } = verdict;
  process.stdout.write(`  lost ${lost}, repeated ${repeated} (bound ${bound}), ${seconds.toFixed(0)} s\n`);
  expect(verdict).toMatchObject({ lost: 0, renamed: 0, unsettled: 0, kills: 3 });
  expect(repeated).toBeLessThanOrEqual(bound);
}, 150_000);
