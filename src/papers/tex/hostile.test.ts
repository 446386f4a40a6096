import fc from 'fast-check';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, test } from 'vitest';
import { plainText, renderLine, renderParagraphs } from './render';
import { sanitise } from './sanitise';
import { POLICY } from './sanitise-policy';

const TAG = /<\/?([a-zA-Z][^\s/>]*)/g;
const allowed = new Set(POLICY.allowedTags || []);

function expectSafe(source: string): void {
  for (const { html, text } of [renderLine(source), renderParagraphs(source)]) {
    expect(sanitizeHtml(html, POLICY)).toBe(html);
    const names = new Set([...html.matchAll(TAG)].map(([, name]) => name as string));
    expect([...names].filter((name) => !allowed.has(name))).toEqual([]);
    const attributes = [...html.matchAll(/<[^>]*>/g)].join('');
    expect(attributes).not.toMatch(/\son\w+=|javascript:|vbscript:|data:|expression|url\(/i);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is asserted.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
  }
}

describe('nothing that acts gets through', () => {
  test.each([
    '<script>alert(1)</script>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&#60;script&#62;alert(1)&#x3c;/script&#x3e;',
    '&amp;lt;script&amp;gt;',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '</p><iframe src=//a.org>',
    '\\href{javascript:alert(1)}{x}',
    '\\href{JaVaScRiPt:alert(1)}{x}',
    '\\href{java\tscript:alert(1)}{x}',
    '\\href{data:text/html,<script>}{x}',
    '\\href{//a.org}{x}',
    '\\href{https://a.org/"onmouseover="alert(1)}{x}',
    "\\href{https://a.org/'><script>}{<b>x</b>}",
    '\\href{https://user:pass@a.org}{x}',
    '\\url{"><script>alert(1)</script>}',
    '\\url{https://a.org/"><script>}',
    'https://a.org/"onclick="alert(1)',
    '[x](javascript:alert(1))',
    '[x](https://a.org"onclick=alert(1))',
    '$\\href{javascript:alert(1)}{x}$',
    '$\\url{javascript:alert(1)}$',
    '$\\includegraphics{https://a.org/x.png}$',
    '$\\htmlData{a=b}{x}$ $\\htmlId{a}{x}$ $\\htmlClass{a}{x}$ $\\htmlStyle{color:red;}{x}$',
    '$\\text{<script>alert(1)</script>}$',
    '$\\color{"onclick=alert(1)}x$',
    '$\\textcolor{red;background:url(x)}{x}$',
    '$\\rule{1000em}{1000em}$ $\\hspace{-1000em}$ $\\raisebox{1000em}{x}$ $\\kern{1000em}$',
    '$</annotation></semantics></math><script>alert(1)</script>$',
    '$\\unicode{x3c}script\\unicode{x3e}$',
    '\\unicode{x3c}script\\unicode{x3e}',
    '\\char60 script\\char62',
    '\\verb|<script>|',
    '\\lt script\\gt',
    '\\textless script\\textgreater',
    '\\begin{<script>}x\\end{<script>}',
    '\\<script>',
    '\\ce{<script>} \\SI{<b>}{<i>} \\ion{<b>}{<i>}',
    'doi:10.1234/<script>',
    'arXiv:2401.01234"><script>',
  ])('%s', (source) => {
    expectSafe(source);
  });
});

describe('hostile shapes are answered', () => {
  const times = 100_000;
  test.each([
    ['nested braces', `${'{'.repeat(times)}x${'}'.repeat(times)}`],
    ['open braces', '{'.repeat(times)],
    ['closing braces', '}'.repeat(times)],
    ['nested emphasis', '\\emph{'.repeat(times / 5)],
    ['nested switches', '{\\em '.repeat(times / 5)],
    ['nested lists', '\\begin{itemize}\\item '.repeat(5000)],
    ['nested links', '\\href{https://a.org}{'.repeat(5000)],
    ['lone dollars', '$'.repeat(times)],
    ['dollars and braces', '${'.repeat(times / 2)],
    ['open math', '\\('.repeat(times / 2)],
    ['deep math', `$${'{'.repeat(5000)}x${'}'.repeat(5000)}$`],
    ['deep roots', `$${'\\sqrt{'.repeat(5000)}x${'}'.repeat(5000)}$`],
    ['long math', `$${'x'.repeat(times)}$`],
    ['scripts on scripts', `$x${'^x'.repeat(5000)}$`],
    ['endless macro', '$\\def\\a{\\a\\a}\\a$'],
    [
      'doubling macros',
      `$${[...'abcdefghijklmnopqrst'].map((c, i, all) => `\\def\\${c}{\\${all[i + 1] ?? 'x'}\\${all[i + 1] ?? 'x'}}`).join('')}\\a$`,
    ],
    ['entities', '&amp;'.repeat(times / 5)],
    ['unfinished addresses', 'https://a.org/('.repeat(5000)],
    ['closing brackets', `https://a.org/${')'.repeat(times)}`],
    ['spaces', ' '.repeat(times)],
    ['line ends', 'a\n '.repeat(times / 3)],
    ['marks', `a${'\u0301'.repeat(times)}`],
    ['stars', '*a '.repeat(times / 3)],
    ['accents', "\\'".repeat(times / 2)],
  ])('%s', (_, source) => {
    expectSafe(source);
  });

  test('a formula cannot change the next', () => {
    renderLine('$\\gdef\\alpha{evil}$ $\\global\\def\\sum{evil}$');
    expect(renderLine('$\\alpha + \\sum$').html).not.toContain('evil');
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    '{',
    '}',
    '$',
    '$$',
    '\\',
    '\\(',
    '\\)',
    '\\[',
    '\\]',
    '`',
    "'",
    '"',
    '--',
    '~',
    '^',
    '_',
    '*',
    '\n',
    '\n  ',
  ),
  fc.constantFrom(
    '\\emph',
    '\\it',
    '\\href',
    '\\url',
    '\\cite',
    '\\footnote',
    '\\begin{itemize}',
    '\\item',
    '\\end{itemize}',
  ),
  fc.constantFrom(
    "\\'",
    '\\"',
    '\\v',
    '\\c',
    '\\L',
    '\\i',
    '\\frac',
    '\\text',
    '\\textcolor',
    '\\verb|',
    '\\char',
    '\\ce',
  ),
  fc.constantFrom(
    '<',
    '>',
    '&',
    '&lt;',
    '&#60;',
    'https://a.org/',
    'www.a.org',
    'arXiv:2401.01234',
    'x',
    'word ',
    ' ',
    '5',
    '[',
    '](',
  ),
  fc.string({ maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

test('any text renders to allowed tags and to text without control characters', () => {
  fc.assert(fc.property(text, expectSafe), { numRuns: 800 });
});

test('HTML is balanced and parses to what was written', () => {
  fc.assert(
    fc.property(text, (source) => {
      const open: string[] = [];
      for (const [tag, name] of renderParagraphs(source).html.matchAll(TAG)) {
        if (!tag.startsWith('</')) open.push(name as string);
        else if (open.at(-1) === name) open.pop();
        else open.push(tag);
      }
      expect(open).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('the plain form of plain words is the words', () => {
  const words = fc.array(fc.stringMatching(/^[a-zA-Z0-9]{1,9}$/), { maxLength: 20 }).map((all) => all.join(' '));
  fc.assert(fc.property(words, (source) => plainText(source) === source && plainText(plainText(source)) === source));
});

describe('the quick way through the sanitiser', () => {
  const markup = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<em>',
      '</em>',
      '<span class="a">',
      '<span style="height:1em;">',
      '</span>',
      '<br>',
      '<path d="M0"/>',
    ),
    fc.constantFrom(
      '<script>',
      '</script>',
      '<span onclick="x">',
      '<span style="color:red">',
      '<a href="javascript:x">',
      '</a>',
      '<P>',
    ),
    fc.constantFrom(
      '<a href="https://a.org/?a&amp;b" rel="nofollow noopener ugc">',
      '<!-- x -->',
      '<![CDATA[',
      ']]>',
      '<',
      '>',
      '&',
    ),
    fc.constantFrom(
      '&quot;',
      '&#x27;',
      '&lt;',
      '&nbsp;',
      '&amp;',
      '"',
      "'",
      'text',
      '<mi mathvariant="normal">',
      '</mi>',
      '<span\n>',
    ),
  );

  test('gives what the library gives', () => {
    fc.assert(
      fc.property(fc.array(markup, { maxLength: 12 }), (pieces) => {
        const html = pieces.join('');
        expect(sanitise(html)).toBe(/[<>&]/.test(html) ? sanitizeHtml(html, POLICY) : html);
      }),
      { numRuns: 1500 },
    );
  });
});
