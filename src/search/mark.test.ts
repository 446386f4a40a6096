import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderPaper } from '@/src/papers';
import { markAbstract } from './mark-abstract';
import { markHtml } from './mark-html';
import { termMatcher } from './term-matcher';

const meant = (...terms: string[]) => termMatcher(terms);
const plain = (html: string): string =>
  html.replaceAll(/<\/?mark>|<span class="(?:un)?matched">/g, '').replaceAll('</span>', '');
const abstractOf = (abstract: string) => renderPaper({ title: 'A title', abstract, authors: ['Ada'] }).abstractHtml;

test('forms of a stem are marked, other words that begin alike are not', () => {
  expect(markHtml('Transformers transform a transformation; a transom does not.', meant('transform'))).toBe(
    '<mark>Transformers</mark> <mark>transform</mark> a <mark>transformation</mark>; a transom does not.',
  );
  expect(markHtml('a study of studies, a student', meant('studi'))).toBe(
    'a <mark>study</mark> of <mark>studies</mark>, a student',
  );
  expect(markHtml('Naïve naive NAIVE', meant('naiv'))).toBe('<mark>Naïve</mark> <mark>naive</mark> <mark>NAIVE</mark>');
});

test('tags, their attributes and character references are left alone', () => {
  const html = '<a href="https://span.example/em">span</a> &amp; <em>em</em> &lt;p&gt;';
  expect(markHtml(html, meant('span', 'em', 'amp', 'lt', 'href', 'p'))).toBe(
    '<a href="https://span.example/em"><mark>span</mark></a> &amp; <em><mark>em</mark></em> &lt;<mark>p</mark>&gt;',
  );
});

test('formulas and code stay as they were set', () => {
  const html = abstractOf('We bound $x + \\mathrm{rank}(x)$ by the rank of x, in \\texttt{rank} too.');
  const marked = markHtml(html, meant('rank', 'x', 'mathrm', 'span', 'katex'));
  expect(html).toContain('katex');
  expect(plain(marked).length).toBeLessThanOrEqual(html.length);
  expect(marked.match(/<mark>/g)).toHaveLength(2);
  expect(marked.replaceAll(/<\/?mark>/g, '')).toBe(html);
});

describe('the matching sentence', () => {
  const first = 'Nothing of interest is said in this rather long opening sentence about the weather and the tides. ';
  const long = `${first}${first.replace('Nothing', 'Little')}${first.replace('Nothing', 'Hardly anything')}`;

  test('is the one with most of the words, and those before it step back when it would be out of sight', () => {
    const html = markAbstract(`<p>${long}We train graph networks. They learn.</p>`, meant('graph', 'network'));
    expect(html).toContain(
      '<span class="matched">We train <mark>graph</mark> <mark>networks</mark>. </span>They learn.</p>',
    );
    expect(html.match(/class="unmatched"/g)).toHaveLength(3);
  });

  test('is in sight already near the beginning', () => {
    const html = markAbstract('<p>We look at trees. Graph networks e.g. Smith et al. Then more.</p>', meant('graph'));
    expect(html).not.toContain('unmatched');
    expect(html).toContain('<span class="matched"><mark>Graph</mark> networks e.g. Smith et al. Then more.</span>');
  });

  test('does not exist where no word is found', () => {
    expect(markAbstract('<p>One. Two.</p>', meant('three'))).toBe('<p>One. Two.</p>');
    expect(markAbstract('', meant('three'))).toBe('');
  });

  test('keeps inline elements whole', () => {
    const html = markAbstract(`<p>${long}<em>An emphasis. It goes on</em> over graphs. End.</p>`, meant('graph'));
    expect(html).toContain('<span class="matched"><em>An emphasis. It goes on</em> over <mark>graphs</mark>. </span>');
  });
});

test('whatever an abstract holds, taking the marks out gives it back, and elements stay nested', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'graph ',
      '. The ',
      '$x^2$ ',
      '\\emph{a. B} ',
      '<b>',
      '&amp;',
      '\n\n',
      '\\url{https://a.example/graph} ',
      '$$y$$',
    ),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = abstractOf(pieces.join(''));
      const marked = markAbstract(html, meant('graph', 'the', 'b'));
      expect(plain(marked)).toBe(html.replaceAll('</span>', ''));
      expect(isNested(marked)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

function isNested(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = '', empty] of html.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)) {
    if (slash === '/' ? open.pop() !== name : false) return false;
    if (slash !== '/' && empty !== '/') open.push(name);
  }
  return open.length === 0;
}
