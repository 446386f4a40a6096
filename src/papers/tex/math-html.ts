import katex, { type KatexOptions } from 'katex';
import { ownCopy } from '@/src/shared';
import { escapeHtml } from './escape-html';
import { LruCache } from './lru';
import { escapedSigns, repaired, unknownCommand } from './math-repair';
import { sanitise } from './sanitise';
import { SHORTHANDS } from './shorthands';

// Real abstracts stay far below; beyond it KaTeX's recursion and the page's weight are somebody's weapon.
const LONGEST = 3000;
const DEEPEST = 60;
const MOST_UNKNOWN = 8;

const cache = new LruCache<string>({ entries: 20_000, characters: 24_000_000 });

const OPTIONS: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: 'ignore',
  trust: false,
  maxExpand: 300,
  maxSize: 8,
};

/**
 * A formula as sanitised HTML with MathML for screen readers. What KaTeX cannot read is shown as its source in
 * `<code class="tex">`.
 */
export function mathToHtml(source: string, display: boolean): string {
  const tex = source.trim();
  if (tex === '') return '';
  const key = (display ? 'D' : 'I') + tex;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const html = ownCopy(sanitise(rendered(tex, display)));
  cache.set(ownCopy(key), html);
  return html;
}

function rendered(source: string, display: boolean): string {
  const tex = escapedSigns(source);
  if (tex.length <= LONGEST && depthOf(tex) <= DEEPEST) {
    const html = katexHtml(tex, display) ?? katexHtml(repaired(tex), display);
    if (html !== undefined) return html;
  }
  return `<code class="tex">${escapeHtml(source)}</code>`;
}

/** KaTeX's output; a command that it does not know means what it usually means, or prints its name. Undefined where it finds no way to read the formula. */
function katexHtml(tex: string, display: boolean): string | undefined {
  const macros: Record<string, string> = {};
  for (let unknown = 0; unknown <= MOST_UNKNOWN; unknown += 1) {
    try {
      return katex.renderToString(tex, { ...OPTIONS, displayMode: display, macros });
    } catch (error) {
      // A ParseError, or a RangeError from recursion.
      const name = error instanceof Error ? unknownCommand(error.message) : undefined;
      if (name === undefined || name in macros) return undefined;
      macros[name] = SHORTHANDS.get(name.slice(1)) ?? printedName(name.slice(1));
    }
  }
  return undefined;
}

const printedName = (name: string): string => (name.length === 1 ? `\\mathrm{${name}}` : `\\operatorname{${name}}`);

function depthOf(tex: string): number {
  let depth = 0;
  let deepest = 0;
  for (const char of tex) {
    if (char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === '}') depth -= 1;
  }
  return deepest;
}
