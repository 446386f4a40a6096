import { describe, expect, test } from 'vitest';
import { CLEAR, TRANSITION_CASES } from '@/tests/votes/transition-cases';
import { TRANSITIONS, transition } from './transitions';
import { REASONS, reasonOf } from './vote-state';

test.each(TRANSITION_CASES)('$name', ({ from, event, facts, to, countChange, logs }) => {
  expect(transition(from, event, { ...CLEAR, ...facts })).toEqual({ state: to, countChange, logs });
});

test('every state meets every event in a case of its own', () => {
  const met = new Set(TRANSITION_CASES.map(({ from, event }) => `${from} ${event}`));
  const all = ['none', 'counted', ...REASONS].flatMap((from) =>
    Object.keys(TRANSITIONS.none).map((event) => `${from} ${event}`),
  );
  expect(all.filter((pair) => !met.has(pair))).toEqual([]);
});

describe('of several reasons the weightiest is told', () => {
  test.each([
    [['claimed-author', 'own-submission'], 'own-submission'],
    [['suspended', 'claimed-author'], 'claimed-author'],
    [['suspected-ring', 'suspended'], 'suspended'],
    [['suspected-ring'], 'suspected-ring'],
    [[], null],
  ] as const)('%j: %s', (holding, expected) => {
    expect(reasonOf({ ...CLEAR, ...Object.fromEntries(holding.map((reason) => [reason, true])) })).toBe(expected);
  });
});
