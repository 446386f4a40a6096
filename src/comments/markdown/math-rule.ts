import type { Env, MarkdownIt, StateBlock, StateInline } from 'markdown-it';

const DOLLAR = 0x24;
// Enough for any formula; a bound keeps many lone marks from reading on to the end each.
const LONGEST_INLINE = 3000;
const MOST_LINES = 60;

type Write = (tex: string, options: { display: boolean; env: Env }) => string;

/** Teaches Markdown formulas: `$…$`, `$$…$$`, and lines between `$$` marks. `write` makes their HTML. */
export function mathRules(md: MarkdownIt, write: Write): void {
  md.inline.ruler.before('escape', 'math', inlineMath);
  md.block.ruler.before('fence', 'math', blockMath, { alt: ['paragraph', 'blockquote', 'list'] });
  md.renderer.rules['math'] = (tokens, index, _options, env) => {
    const token = tokens[index];
    if (!token) return '';
    const html = write(token.content, { display: token.info === 'display', env: env ?? {} });
    return token.block ? `<p>${html}</p>\n` : html;
  };
}

// As pandoc reads it: no blank inside the marks, no figure after them, so that prices stay prices.
function inlineMath(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charCodeAt(pos) !== DOLLAR) return false;
  const marks = src.startsWith('$$', pos) ? '$$' : '$';
  const start = pos + marks.length;
  const close = closing(src, start, marks);
  if (close < 0 || close + marks.length > state.posMax) return false;
  const body = src.slice(start, close);
  if (body.trim() === '' || body.length > LONGEST_INLINE) return false;
  if (marks === '$' && (/^\s|\s$/.test(body) || /\d/.test(src[close + 1] ?? ''))) return false;
  if (!silent) {
    const token = state.push('math', '', 0);
    token.content = body;
    token.info = marks === '$$' ? 'display' : '';
  }
  state.pos = close + marks.length;
  return true;
}

// The next unescaped mark decides, so that many lone dollars cost no more than one pass.
function closing(src: string, from: number, marks: string): number {
  let at = src.indexOf('$', from);
  while (at > 0 && src[at - 1] === '\\') at = src.indexOf('$', at + 1);
  return at < 0 || src.startsWith(marks, at) ? at : -1;
}

function blockMath(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineAt = (line: number): string =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4 || !lineAt(startLine).startsWith('$$')) return false;
  const body: string[] = [];
  for (let line = startLine; line < Math.min(endLine, startLine + MOST_LINES); line += 1) {
    const text = lineAt(line);
    if (text === '') return false;
    body.push(text);
    if (!text.endsWith('$$') || (line === startLine && text.length < 5)) continue;
    const tex = body.join('\n').slice(2, -2);
    if (tex.trim() === '' || tex.includes('$$')) return false;
    if (silent) return true;
    const token = state.push('math', '', 0);
    token.block = true;
    token.content = tex;
    token.info = 'display';
    state.line = line + 1;
    return true;
  }
  return false;
}
