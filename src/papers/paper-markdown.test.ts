import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { paperMarkdown } from './paper-markdown';

const paper = {
  id: 'hep-th/9901001',
  titleText: '# *Not* a [link](https://evil.example) <script>',
  abstractText: 'First  paragraph\nstill first.\n\n![image](x) & `code` second.',
  authors: [{ name: 'Ada_Lovelace_' }],
  categories: ['hep-th'],
  publishedAt: new Date('1999-01-02T00:00:00Z'),
  votes: 3,
  comments: 1,
  doi: null,
  journalRef: null,
  codeUrl: 'https://code.example/a',
  projectUrl: null,
  withdrawn: false,
};

test('a paper is Markdown in which its text means nothing but itself', () => {
  const text = paperMarkdown(paper, 'https://papers.example/papers/hep-th/9901001');
  const html = new MarkdownIt({ html: true }).render(text);
  expect(html).toContain('<h1># *Not* a [link](https://evil.example) &lt;script&gt;</h1>');
  expect(html).toContain('<li>Authors: Ada_Lovelace_</li>');
  expect(html).toContain('<p>First paragraph still first.</p>\n<p>![image](x) &amp; `code` second.</p>');
  expect(html).toContain('<a href="https://code.example/a">');
  expect(html).not.toMatch(/evil\.example"|<img|<script|DOI|withdrawn/);
});

test('a withdrawn paper says so', () => {
  expect(paperMarkdown({ ...paper, withdrawn: true }, 'x')).toContain('**This paper was withdrawn.**');
});
