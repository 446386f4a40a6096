import { expect, test } from 'vitest';
import { prefersMarkdown, servedPath } from './accept-markdown';

test.each([
  [undefined, false],
  ['text/html,*/*', false],
  ['text/markdown', true],
  ['text/markdown, text/html;q=0.9', true],
  ['text/html, text/markdown;q=0.5', false],
  ['text/markdown;q=0', false],
  ['text/markdown, text/html, */*;q=0.1', true],
])('%s', (accept, wanted) => {
  expect(prefersMarkdown(accept)).toBe(wanted);
});

test('only pages that have it are answered in Markdown', () => {
  expect(servedPath('/papers/2401.01234', 'text/markdown')).toBe('/papers/2401.01234.md');
  expect(servedPath('/papers', 'text/markdown')).toBe('/papers.md');
  for (const path of ['/about', '/papers/2401.01234.md', '/api/papers'])
    expect(servedPath(path, 'text/markdown')).toBe(path);
});
