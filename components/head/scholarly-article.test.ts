import { expect, test } from 'vitest';
import type { Detail } from '@/src/feed';
import { scholarlyArticle } from './scholarly-article';

const paper = {
  id: '2601.00001',
  titleText: 'A title that ends </script><script>alert(1)</script> and opens <!-- a comment',
  abstractText: 'Text with <b>, & and "quotes".',
  authors: [{ name: 'Ada Example', key: 'ada-example' }],
  publishedAt: new Date('2026-01-05T00:00:00Z'),
  revisedAt: null,
  categories: ['cs.CL'],
  doi: '10.1000/x',
  license: null,
  sample: false,
} as unknown as Detail;

const urls = { url: 'https://x.example/papers/2601.00001', abs: 'https://arxiv.org/abs/2601.00001', pdf: 'https://p' };

test('nothing in a paper can end the script element, and the data stays what it was', () => {
  const text = scholarlyArticle(paper, urls);
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toMatchObject({ name: paper.titleText, abstract: paper.abstractText, sameAs: urls.abs });
});

test('a sample’s summary is not called the abstract', () => {
  const data = JSON.parse(scholarlyArticle({ ...paper, sample: true }, urls));
  expect(data).not.toHaveProperty('abstract');
  expect(data.description).toBe(paper.abstractText);
});
