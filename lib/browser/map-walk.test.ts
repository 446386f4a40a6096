import { expect, test } from 'vitest';
import { nearest, nextIn } from './map-walk';

const spots = [
  { x: 100, y: 100, r: 8 },
  { x: 160, y: 110, r: 8 },
  { x: 130, y: 190, r: 20 },
  { x: 400, y: 100, r: 8 },
];

test('an arrow leads to what is nearest in its direction', () => {
  expect(nextIn(spots, 0, [1, 0])).toBe(1);
  expect(nextIn(spots, 1, [1, 0])).toBe(3);
  expect(nextIn(spots, 3, [-1, 0])).toBe(1);
  expect(nextIn(spots, 0, [0, 1])).toBe(2);
});

test('where nothing stands in the direction, one stays', () => {
  expect(nextIn(spots, 3, [1, 0])).toBe(3);
  expect(nextIn(spots, 0, [0, -1])).toBe(0);
});

test('the pointer takes the nearest edge within reach', () => {
  expect(nearest(spots, { x: 128, y: 160 }, 45)).toBe(2);
  expect(nearest(spots, { x: 700, y: 700 }, 45)).toBe(-1);
});
