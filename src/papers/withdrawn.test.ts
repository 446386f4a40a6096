import { expect, test } from 'vitest';
import { isWithdrawn } from './withdrawn';

const abstract = 'We count the lilies of the field.';

test.each([
  'This paper has been withdrawn by the author',
  'This paper has been withdrawn',
  'Withdrawn',
  'withdrawn by the authors due to an error in Lemma 4',
  'Withdrawn: the new version is elsewhere',
  'Paper withdrawn',
  'Manuscript withdrawn, because a sign is wrong',
  '12 pages. This paper has been withdrawn by the author, who found a slip',
  'This submission has been withdrawn by arXiv administrators because of a disputed authorship',
  'This submission has been removed by arXiv administrators because the submitter had no right to agree to the license',
  'This article has been withdrawn by arXiv admins',
  'The paper is withdrawn because of its lack of novelty',
  'the paper needs to be withdrawn because of a copyright conflict',
  'The authors have withdrawn this paper',
  'This paper has been retracted',
  'Submitted to a journal; withdrawn due to its posting policy',
])('a withdrawal: %s', (comment) => {
  expect(isWithdrawn({ comment, abstract })).toBe(true);
});

test.each([
  '12 pages, 3 figures',
  'This submission replaces hep-th/0001001, which was withdrawn',
  'Resubmitted several times and finally withdrawn when the referees could not agree; it is submitted elsewhere now',
  'Withdrawn from the ABC 2021 conference, under review elsewhere',
  'We study how deposits are withdrawn from banks',
  'Remark 2 was wrong; we are withdrawing this statement',
  'The first version contained a claim that is now withdrawn',
])('only a mention: %s', (comment) => {
  expect(isWithdrawn({ comment, abstract })).toBe(false);
});

test('a short abstract that is the notice counts, an abstract about withdrawals does not', () => {
  expect(
    isWithdrawn({ abstract: 'This paper has been withdrawn by the author: one step of its argument fails.' }),
  ).toBe(true);
  expect(isWithdrawn({ abstract: 'We improve a bound. Accordingly, this version of the paper is withdrawn.' })).toBe(
    true,
  );
  expect(isWithdrawn({ abstract: 'Patients who had withdrawn from the trial were asked again after a year.' })).toBe(
    false,
  );
  expect(
    isWithdrawn({ abstract: 'We analyse 4000 papers that have been retracted. This paper is about retracted work.' }),
  ).toBe(false);
});
