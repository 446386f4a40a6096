import sanitizeHtml from 'sanitize-html';
import { ownCopy } from '@/src/shared';
import { POLICY } from './sanitise-policy';

const PIECE = /<(\/?)([a-zA-Z]+)([^<>]*)>|[^<]+|</g;
const MOST_TAGS = 60_000;

/** Start tags as the library writes them; formulas repeat a few thousand of them without end. */
const vetted = new Map<string, string | null>();

/**
 * HTML that sanitize-html has passed under our policy. The library is slow on KaTeX's output, so each distinct start
 * tag is put through it once and remembered; text, nesting and our own links are checked here, and anything out of the
 * ordinary goes to the library whole. The result equals the library's own; tests and tests/bench/tex.ts assert it.
 */
export function sanitise(html: string): string {
  if (!/[<>&]/.test(html)) return html;
  return piecewise(html) ?? sanitizeHtml(html, POLICY);
}

function piecewise(html: string): string | undefined {
  const open: string[] = [];
  let out = '';
  for (const [piece, slash, name] of html.matchAll(PIECE)) {
    if (name === undefined) {
      const text = plainText(piece);
      if (text === undefined) return undefined;
      out += text;
    } else if (slash === '/') {
      if (open.pop() !== name || piece.length !== name.length + 3) return undefined;
      out += piece;
    } else {
      const tag = startTag(piece, name);
      const closesItself = piece.endsWith('/>');
      if (tag === undefined || (closesItself && open.at(-1) !== 'svg')) return undefined;
      if (!closesItself) open.push(name);
      out += tag;
    }
  }
  return open.length === 0 ? out : undefined;
}

/** Text as the library writes it; undefined when there is more in it than three entities and quotes. */
function plainText(piece: string): string | undefined {
  if (!/[<>&]/.test(piece)) return piece;
  const text = piece.replace(/&(?:quot|#x27|#39);/g, (entity) => (entity === '&quot;' ? '"' : "'"));
  return /[<>]|&(?!(?:amp|lt|gt);)/.test(text) ? undefined : text;
}

// Our own link tag around an address of plain characters. Addresses do not repeat, so remembering them saves nothing.
const LINK =
  /^<a href="https?:\/\/[a-z\d.-]+(?::\d{1,5})?(?:[/?#](?:[\w\-.~!$'()*+,;=:@/?#%[\]]|&amp;)*)?" rel="nofollow noopener ugc">$/;

function startTag(piece: string, name: string): string | undefined {
  if (name === 'a' && LINK.test(piece)) return piece;
  const known = vetted.get(piece);
  if (known !== undefined) return known ?? undefined;
  const closed = piece.endsWith('/>') ? '' : `</${name}>`;
  const clean = sanitizeHtml(piece + closed, POLICY);
  const passed =
    clean.startsWith(`<${name}`) && clean.endsWith(`</${name}>`) && clean.indexOf('<', 1) === clean.lastIndexOf('<');
  const tag = passed ? clean.slice(0, clean.length - closed.length) : null;
  if (vetted.size >= MOST_TAGS) vetted.clear();
  vetted.set(ownCopy(piece), tag && ownCopy(tag));
  return tag ?? undefined;
}
