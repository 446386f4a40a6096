import { describe, expect, test } from 'vitest';
import { cleanText } from '../clean-text';
import { renderComment } from './render-comment';

const known = { handles: new Set(['ada', 'kate', 'bob-writes']), personPath: (handle: string) => `/people/${handle}` };
const render = (body: string) => renderComment(cleanText(body), known);
const html = (body: string): string => render(body).html;
const REL = 'rel="nofollow ugc noopener"';

describe('Markdown', () => {
  test.each([
    ['emphasis', 'a **b** *c* ~~d~~', '<p>a <strong>b</strong> <em>c</em> <s>d</s></p>'],
    ['line breaks', 'a\nb', '<p>a<br />\nb</p>'],
    ['a heading is a bold line, outside the outline', '# A', '<p><strong>A</strong></p>'],
    ['code', '`a < b`', '<p><code>a &lt; b</code></p>'],
    ['a code block, without its language', '```js\n1 < 2\n```', '<pre><code>1 &lt; 2\n</code></pre>'],
    ['a quote', '> a', '<blockquote>\n<p>a</p>\n</blockquote>'],
  ])('%s', (_name, body, expected) => {
    expect(html(body)).toBe(expected);
  });

  test('a table keeps how its columns are set', () => {
    expect(html('|a|b|\n|-|-:|\n|1|2|')).toContain('<td style="text-align:right">2</td>');
  });

  test('raw HTML is text', () => {
    expect(html('<b>x</b> <!-- y --> <script>z</script>')).not.toMatch(/<(?!\/?p>)/);
  });
});

describe('links', () => {
  test('leave by nofollow, ugc and noopener, and are counted', () => {
    const rendered = render('[a](https://a.example/x) https://b.example/y');
    expect(rendered.links).toBe(2);
    expect(rendered.html).toContain(`<a href="https://a.example/x" ${REL}>a</a>`);
    expect(rendered.html).toContain(`<a href="https://b.example/y" ${REL}>https://b.example/y</a>`);
  });

  test('within the site need none of that', () => {
    expect(render('[a](/papers/2401.01234)')).toEqual({ html: '<p><a href="/papers/2401.01234">a</a></p>', links: 0 });
  });

  test.each([
    ['(https://a.example/b).', 'https://a.example/b'],
    ['https://a.example/b_(c)', 'https://a.example/b_(c)'],
    ['see https://a.example/b, or', 'https://a.example/b'],
    ['**https://a.example/b**', 'https://a.example/b'],
    ['“https://a.example/?q=1&r=2”', 'https://a.example/?q=1&amp;r=2'],
  ])('%s ends where a reader would say', (body, href) => {
    expect(html(body)).toContain(`href="${href}"`);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'https://arxiv.org@evil.example/',
    'vbscript:x',
    '\tjavascript:alert(1)',
    'mailto:a@b.example',
  ])('%s makes none', (href) => {
    expect(html(`[a](<${href}>)`)).not.toContain('<a');
  });

  test('a host of look-alike letters is shown as the ASCII it stands for', () => {
    expect(html('https://аррӏе.com')).toContain('>https://xn--80ak6aa92e.com/</a>');
  });

  test('pictures become links to them, also inside a link', () => {
    expect(html('![a chart](https://a.example/p.png)')).toBe(
      `<p><a href="https://a.example/p.png" ${REL}>a chart</a></p>`,
    );
    expect(html('[![a chart](https://a.example/p.png)](https://b.example/)')).toBe(
      `<p><a href="https://b.example/" ${REL}>a chart</a></p>`,
    );
  });
});

describe('handles', () => {
  test('of people that there are lead to them', () => {
    expect(html('@ada and @Bob-Writes')).toBe(
      '<p><a href="/people/ada">@ada</a> and <a href="/people/bob-writes">@Bob-Writes</a></p>',
    );
  });

  test.each([
    ['nobody', '@nobody'],
    ['an address', 'x@ada'],
    ['a path', '/@ada'],
    ['a Cyrillic letter within', '@аda'],
    ['a Cyrillic letter behind', '@adaм'],
    ['the Kelvin sign', '@\u212aate'],
    ['a long s', '@adaſ'],
    ['a mark on the last letter', '@ada\u0301'],
    ['a longer name', '@ada_x'],
    ['code', '`@ada`'],
  ])('%s: no link', (_name, body) => {
    expect(html(body)).not.toContain('<a');
  });

  test('a link keeps its own address', () => {
    expect(html('[@ada](https://a.example/)')).toBe(`<p><a href="https://a.example/" ${REL}>@ada</a></p>`);
  });
});

describe('formulas', () => {
  test('are set, and their signs are not Markdown', () => {
    const set = html('so $a_1 * b_2 * c$ holds');
    expect(set).toContain('class="katex"');
    expect(set).not.toContain('<em>');
  });

  test.each(['costs $5 and $6', 'from $10 to $20', 'a $ b $ c', '\\$x\\$', 'only $one'])('%s is prose', (body) => {
    expect(html(body)).not.toContain('katex');
  });

  test('between two dollar lines stand apart, whatever Markdown would see in them', () => {
    const set = html('$$\na\n= b\n$$');
    expect(set).toContain('katex-display');
    expect(set).not.toContain('<strong>');
  });

  test('a place that an entity forges is filled with nothing', () => {
    const once = html('$x$');
    expect(html('$x$ &#xe000;0&#xe001; &#xe000;0&#xe001;').split('class="katex"').length).toBe(
      once.split('class="katex"').length,
    );
  });

  test('beyond a share they are shown as their source', () => {
    const set = html(Array.from({ length: 2_000 }, (_, n) => `$x_{${n}}$`).join(' '));
    expect(set.length).toBeLessThan(600_000);
    expect(set).toContain('<code>x_{1999}</code>');
  });
});

describe('65,536 characters of', () => {
  const LENGTH = 65_536;
  const full = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
  const PIECES = `[ * **a _a ![ [a]( ]( \` \`a ~~ |a < & > > \\ http://a https://a.b/(( http://a.b/*a [a]: [x][ # |- *a_
    ***a** $ $a $$ \\$ @a @ada@ <!-- <http://a x@y. &#x [a](<b a*b_c**d__ ](https://a.b)[ ![](http://a.b) $x\\$ http://`
    .split(/\s+/)
    .concat([
      '- ',
      '1. ',
      'a\n',
      '- a\n',
      '> ',
      '$$a\n',
      '$$a\n\n',
      'a|b\n-|-\n',
      '```\n',
      '@ada ',
      '$a$ ',
      '[a]: b\n',
      '\t',
    ]);

  test.each(PIECES)('%j take about as long as prose', (piece) => {
    const body = full(piece);
    const started = performance.now();
    render(body);
    // Prose takes 20 ms and tables half a second; what is quadratic takes many seconds.
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  test('quotes and lists within each other end at a depth', () => {
    expect(html(full('> ')).length).toBeLessThan(200_000);
    expect(html(`${'> '.repeat(500)}x`).split('<blockquote>').length).toBeLessThan(25);
  });
});
