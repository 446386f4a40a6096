import { describe, expect, test } from 'vitest';
import { renderPaper } from './render-paper';

const paper = (changes: Partial<Parameters<typeof renderPaper>[0]>) =>
  renderPaper({ title: 'Counting lilies', abstract: 'We count lilies.', authors: [], ...changes });

test('a paper without any TeX comes out as it is', () => {
  expect(paper({ authors: ['Ann Bee'], comment: '7 pages' })).toEqual({
    titleHtml: 'Counting lilies',
    titleText: 'Counting lilies',
    abstractHtml: '<p>We count lilies.</p>',
    abstractText: 'We count lilies.',
    authors: ['Ann Bee'],
    authorKeys: ['ann-bee'],
    commentHtml: '7 pages',
  });
});

test('title, abstract and comment may hold TeX', () => {
  const rendered = paper({ title: 'On $O(n^2)$ na\\"ive lilies', comment: 'to appear in \\emph{Acta Florae}' });
  expect(rendered.titleText).toBe('On O(n²) naïve lilies');
  expect(rendered.titleHtml).toContain('<annotation encoding="application/x-tex">O(n^2)</annotation>');
  expect(rendered.commentHtml).toBe('to appear in <em>Acta Florae</em>');
});

describe('the code and the project page are', () => {
  test.each([
    ['Our code is at https://github.com/bee/lilies.', 'https://github.com/bee/lilies', undefined],
    ['Code: github.com/bee/lilies (with data).', 'https://github.com/bee/lilies', undefined],
    ['See \\url{https://gitlab.com/bee/lilies}', 'https://gitlab.com/bee/lilies', undefined],
    ['\\href{https://bitbucket.org/bee/lilies}{here}', 'https://bitbucket.org/bee/lilies', undefined],
    ['Models at https://huggingface.co/bee/lilies', 'https://huggingface.co/bee/lilies', undefined],
    ['Code at https://zenodo.org/records/12345', 'https://zenodo.org/records/12345', undefined],
    ['Data at https://zenodo.org/records/12345', undefined, undefined],
    ['Source code is available at https://lab.example.org/lilies/', 'https://lab.example.org/lilies/', undefined],
    ['See https://bee.github.io/lilies/ for films.', undefined, 'https://bee.github.io/lilies/'],
    ['Project page: https://lilies.example.org', undefined, 'https://lilies.example.org/'],
    [
      'Code https://github.com/bee/l; website https://l.example.org.',
      'https://github.com/bee/l',
      'https://l.example.org/',
    ],
    ['See https://huggingface.co/papers/2401.01234', undefined, undefined],
    ['See https://arxiv.org/abs/2401.01234', undefined, undefined],
    ['github.com alone', undefined, undefined],
  ])('%s', (abstract, codeUrl, projectUrl) => {
    const rendered = paper({ abstract });
    expect([rendered.codeUrl, rendered.projectUrl]).toEqual([codeUrl, projectUrl]);
  });

  test('found in the comment, too, and what the source states comes first', () => {
    expect(paper({ comment: 'Code: https://github.com/bee/lilies' }).codeUrl).toBe('https://github.com/bee/lilies');
    const stated = paper({ comment: 'Code: https://github.com/bee/lilies', codeUrl: 'https://github.com/cee/lilies' });
    expect(stated.codeUrl).toBe('https://github.com/cee/lilies');
    expect(paper({ codeUrl: 'javascript:alert(1)' }).codeUrl).toBeUndefined();
  });
});
