import { expect, it } from 'vitest';
import { isBearer } from './bearer';

const SECRET = 'a-secret-of-some-length';

it.each([
  [`Bearer ${SECRET}`, true],
  [`bearer   ${SECRET}`, true],
  [`Bearer ${SECRET}x`, false],
  [`Bearer ${SECRET.slice(0, -1)}`, false],
  [SECRET, false],
  [`Basic ${SECRET}`, false],
  ['Bearer ', false],
  ['', false],
  [null, false],
])('%j: %s', (header, allowed) => {
  expect(isBearer(header, SECRET)).toBe(allowed);
});
