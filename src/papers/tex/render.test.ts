import { describe, expect, test } from 'vitest';
import { renderLine, renderParagraphs } from './render';

const rel = 'rel="nofollow noopener ugc"';

describe('running text', () => {
  test.each([
    ['\\emph{very} old', '<em>very</em> old'],
    ['{\\it very} old', '<em>very</em> old'],
    ['{\\em very} old', '<em>very</em> old'],
    ['\\em{very} old', '<em>very</em> old'],
    ['\\textit{very \\textbf{very}} old', '<em>very <strong>very</strong></em> old'],
    ['{\\bf bold} \\texttt{code} \\underline{line}', '<strong>bold</strong> <code>code</code> <u>line</u>'],
    ['the \\textsc{Lily} tool', 'the <span class="small-caps">Lily</span> tool'],
    ['**bold** and *leaning*', '<strong>bold</strong> and <em>leaning</em>'],
    ['C*-algebra and *-algebra', 'C*-algebra and *-algebra'],
    ['1\\textsuperscript{st} H\\textsubscript{2}O', '1<sup>st</sup> H<sub>2</sub>O'],
    ['O(n^2), 10^-3, H_2O, x_i', 'O(n<sup>2</sup>), 10<sup>−3</sup>, H<sub>2</sub>O, x<sub>i</sub>'],
    ['file_name, GPT_4 and snake_case_x', 'file_name, GPT_4 and snake_case_x'],
    ["``double'' and `single' and ''both''", '“double” and ‘single’ and “both”'],
    ["the lily's `best' day, isn't it", "the lily's ‘best’ day, isn't it"],
    ['pages 3--5 --- or so', 'pages 3–5 — or so'],
    ['Fig.~3, about ~10, z~2', 'Fig.\u00a03, about ~10, z~2'],
    ['a\\,b\\ c\\\\d', 'a\u202fb c d'],
    ['lilies \\cite{bee}, roses~\\citep[p.~3]{cee}.', 'lilies, roses.'],
    ['lilies\\footnote{Not tulips.} grow', 'lilies (Not tulips.) grow'],
    ['\\textcolor{red}{hot} \\color{blue} cold', 'hot cold'],
    ['\\LaTeX{} and \\TeX', 'LaTeX and TeX'],
    ['\\ours{} beats \\baseline by \\method{two}', 'ours beats baseline by two'],
    ['Lily\\texttrademark{} at 5 \\SI{20}{\\degreeCelsius}', 'Lily™ at 5 20 °C'],
    ['\\ion{C}{iv} and \\ce{CO2}', 'C IV and CO₂'],
    ['\\alpha-helix with \\sim 3 \\times 4', 'α-helix with ∼ 3 × 4'],
    ['a map {0,1}^n and 1{,}500', 'a map {0,1}<sup>n</sup> and 1,500'],
    ['AT&amp;T &lt;b&gt; &quot;x&quot;', 'AT&amp;T &lt;b&gt; "x"'],
    ['a <b>tag</b> & more', 'a &lt;b&gt;tag&lt;/b&gt; &amp; more'],
    ['closing } and opening { brace', 'closing and opening brace'],
  ])('%s', (source, html) => {
    expect(renderLine(source).html.replace(/ {2,}/g, ' ')).toBe(html);
  });
});

describe('links', () => {
  const link = (href: string, label = href) => `<a href="${href}" ${rel}>${label}</a>`;
  test.each([
    ['see https://a.org/b.', `see ${link('https://a.org/b')}.`],
    ['(https://a.org/b_(c))', `(${link('https://a.org/b_(c)')})`],
    [
      'see www.a.org, or a.github.io',
      `see ${link('https://www.a.org/', 'www.a.org')}, or ${link('https://a.github.io/', 'a.github.io')}`,
    ],
    ['\\url{http://a.org/\\~{}bee}', link('http://a.org/~bee')],
    ['https://a.org/x\\_y\\%20z', link('https://a.org/x_y%20z')],
    ['\\href{https://a.org/b\\_c}{the \\emph{page}}', link('https://a.org/b_c', 'the <em>page</em>')],
    ['\\href{https://a.org}{https://a.org}', link('https://a.org/', 'https://a.org')],
    ['[page](https://a.org/b)', link('https://a.org/b', 'page')],
    ['$https://a.org/b$', link('https://a.org/b')],
    ['see arXiv:2401.01234v2', `see ${link('https://arxiv.org/abs/2401.01234v2', 'arXiv:2401.01234v2')}`],
    ['see arXiv:math.GT/0309136', `see ${link('https://arxiv.org/abs/math/0309136', 'arXiv:math.GT/0309136')}`],
    ['doi:10.1000/182', link('https://doi.org/10.1000/182', 'doi:10.1000/182')],
    ['https://a.org/?a=1&amp;b=2', link('https://a.org/?a=1&amp;b=2')],
    ['me@www.a.org', 'me@www.a.org'],
  ])('%s', (source, html) => {
    expect(renderLine(source).html).toBe(html);
  });

  test('the plain form shows an address that the words hide', () => {
    expect(renderLine('\\href{https://a.org/b}{here} or https://c.org/').text).toBe(
      'here (https://a.org/b) or https://c.org/',
    );
  });
});

describe('a dollar sign', () => {
  test.each([
    ['costs $5 and $10', 'costs $5 and $10'],
    ['costs $5-$10 or $3M, not US$ 7 million', 'costs $5-$10 or $3M, not US$ 7 million'],
    ['grows by \\$5 and \\$10 a year', 'grows by $5 and $10 a year'],
    ['a budget of $100 million for $x$ lilies', 'a budget of $100 million for x lilies'],
    ['with $n=5$ and $5$ lilies', 'with n = 5 and 5 lilies'],
    ['CO$_2$ at $10^5$', 'CO₂ at 10⁵'],
    ['top-\\$k\\$ of them', 'top-k of them'],
    ['called $Lily Garden$ by us', 'called Lily Garden by us'],
    ['the set $\\textbf{6$\\times$}$ here', 'the set 6× here'],
    ['lost one: x$ is here', 'lost one: x is here'],
    ['$x$ and $y$, or $ z $', 'x and y, or z'],
  ])('%s', (source, text) => {
    expect(renderLine(source).text).toBe(text);
  });
});

describe('formulas', () => {
  test('carry MathML for screen readers and the look for everyone else', () => {
    const { html } = renderLine('\\(a^2\\)');
    expect(html).toContain('<msup><mi>a</mi><mn>2</mn></msup>');
    expect(html).toContain('class="katex-html" aria-hidden="true"');
  });

  test('on lines of their own are displayed', () => {
    for (const source of ['$$x$$', '\\[x\\]', '\\begin{equation}x\\end{equation}', '\\begin{align*}x\\end{align*}']) {
      expect(renderParagraphs(source).html).toMatch(/^<p><span class="katex-display">/);
    }
  });

  test('stay in the line of a title', () => {
    expect(renderLine('On $$\\lambda$$-calculus').html).not.toContain('katex-display');
  });

  test('that KaTeX cannot read show their source', () => {
    expect(renderLine('with $a^b^c$ & co').html).toBe('with <code class="tex">a^b^c</code> &amp; co');
  });

  test('with a macro of the author’s own show its name, with a usual one its meaning', () => {
    expect(renderLine('$\\mymacro_2$').html).toContain('mymacro');
    expect(renderLine('$\\Msun$').html).toContain('⊙');
    expect(renderLine('$M_\\rm{x}$').html).not.toContain('class="tex"');
    expect(renderLine('$5%$').html).toContain('%');
  });
});

describe('paragraphs', () => {
  test('begin where a line begins with spaces or is empty; other line ends are spaces', () => {
    const { html, text } = renderParagraphs('  One\ntwo.\n  Three.\n\nFour.\n');
    expect(html).toBe('<p>One two.</p><p>Three.</p><p>Four.</p>');
    expect(text).toBe('One two.\n\nThree.\n\nFour.');
  });

  test('hold lists', () => {
    const source =
      'We:\\begin{itemize}\\item sow,\\item[2.] reap \\begin{enumerate}\\item wheat\\end{enumerate}\\end{itemize}Done.';
    const { html, text } = renderParagraphs(source);
    expect(html).toBe('<p>We:</p><ul><li>sow,</li><li>2. reap<ol><li>wheat</li></ol></li></ul><p>Done.</p>');
    expect(text).toBe('We:\n\n• sow,\n• 2. reap\n\n• wheat\n\nDone.');
  });

  test('are none in a line', () => {
    expect(renderLine('One.\n\n Two.')).toMatchObject({ html: 'One. Two.', text: 'One. Two.' });
    expect(renderParagraphs('')).toMatchObject({ html: '', text: '' });
  });
});

test('characters that hide or reorder text are gone, letters are composed', () => {
  const { text } = renderLine('a\u202eb\u200bc\u0000d\ufeffe\u2066f e\u0301 g\u200dh \ud800 x\u0092s');
  expect(text).toBe('abcdef é gh x’s');
  expect(renderLine('میr\u200cx 👩\u200d🔬').text).toContain('👩\u200d🔬');
});
