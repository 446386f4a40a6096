import { expect, test } from 'vitest';
import { pastedReference } from './paper-reference';

test.each([
  ['2401.01234', '2401.01234'],
  [' arXiv:2401.01234v2 ', '2401.01234'],
  ['arxiv: 2401.01234', '2401.01234'],
  ['https://arxiv.org/pdf/hep-th/9901001v1', 'hep-th/9901001'],
  ['10.48550/arXiv.2401.01234', '2401.01234'],
  ['https://papers.example.org/papers/2401.01234?page=2', '2401.01234'],
  ['http://127.0.0.1:3000/papers/hep-th/9901001', 'hep-th/9901001'],
])('%s leads to the paper', (text, id) => {
  expect(pastedReference(text)).toEqual({ id });
});

test.each(['', 'attention', 'graph 2401.01234', '2024', '1.5', 'client/server', 'C/C++', 'cat:cs.CL'])(
  '%s is no reference',
  (text) => {
    expect(pastedReference(text)).toBeUndefined();
  },
);

test('an id with a missing digit, and an address of another site, say what is wrong', () => {
  expect(pastedReference('2401.123')).toMatchObject({ problem: expect.stringMatching(/5 digits/) });
  expect(pastedReference('https://example.org/a-paper')).toMatchObject({
    problem: expect.stringMatching(/example\.org/),
  });
});
