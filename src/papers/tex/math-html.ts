import katex from 'katex';
import { escapeHtml } from './escape-html';
import { LruCache } from './lru';
import { SHORTHANDS } from './shorthands';

// Real abstracts stay far below; beyond it KaTeX's recursion and the page's weight are somebody's weapon.
const LONGEST = 4000;
const DEEPEST = 60;

const cache = new LruCache<string>({ entries: 20_000, characters: 24_000_000 });
const MACROS: Readonly<Record<string, string>> = Object.fromEntries(
  [...SHORTHANDS].map(([name, tex]) => [`\\${name}`, tex]),
);

/**
 * A formula as HTML with MathML for screen readers. What KaTeX cannot read is shown as its source in
 * `<code class="tex">`. The output still has to pass the sanitiser.
 */
export function mathToHtml(source: string, display: boolean): string {
  const tex = source.trim();
  if (tex === '') return '';
  const key = (display ? 'D' : 'I') + tex;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const html = rendered(tex, display);
  cache.set(key, html);
  return html;
}

function rendered(tex: string, display: boolean): string {
  if (tex.length <= LONGEST && depthOf(tex) <= DEEPEST) {
    try {
      return katex.renderToString(tex, {
        displayMode: display,
        output: 'htmlAndMathml',
        throwOnError: true,
        strict: 'ignore',
        trust: false,
        maxExpand: 300,
        maxSize: 8,
        macros: { ...MACROS },
      });
    } catch {
      // A ParseError, or a RangeError from recursion: either way the source is what can be shown.
    }
  }
  return `<code class="tex">${escapeHtml(tex)}</code>`;
}

function depthOf(tex: string): number {
  let depth = 0;
  let deepest = 0;
  for (const char of tex) {
    if (char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === '}') depth -= 1;
  }
  return deepest;
}
