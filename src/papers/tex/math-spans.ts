/** `words`: no formula after all, only words to be slanted. */
export type MathSpan = { start: number; end: number; source: string; display: boolean; words?: true };

const OPENER = /\\[\s\S]|\$\$?/g;
const ESCAPED_PAIR = /\\\$([^\s$\d\\][^\s$]{0,40})\\\$/y;
const DISPLAY_ENVIRONMENT =
  /\\begin\s*\{((?:equation|displaymath|math|align|aligned|alignat|gather|gathered|multline|eqnarray|split|flalign)\*?)\}/y;
const UNWRAPPED = /^(?:equation|displaymath|math|multline|eqnarray)\*?$/;
const MARKED = /[\\^_{}=<>|+]/;
const WORDS_IN_MATH =
  /\\(?:text\w*|mbox|hbox|mathrm|mathsf|mathit|mathtt|operatorname\*?|emph|label|mathop|rm)\s*\{[^{}]*\}/g;
const CONNECTIVE = /^\s?,?\s(?:and|or|for|with|in|is|of|to|where|on|by|then|if|the|be|as|from|let|that)\s$/i;
const MONEY =
  /^\s?\d[\d,.]*\s*(?:[kKMBT]\b|bn\b|million|billion|trillion|thousand|USD|dollars?|per\b|and\b|or\b|to\b|[-–/,.;:)]|\s|$)/;

/** The formulas in a source, in order: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and display environments. Linear. */
export function findMath(source: string): MathSpan[] {
  const spans: MathSpan[] = [];
  const closers = new Closers(source);
  OPENER.lastIndex = 0;
  for (let match = OPENER.exec(source); match !== null; match = OPENER.exec(source)) {
    const span = match[0].startsWith('$')
      ? dollarSpan({ source, start: match.index, width: match[0].length, closers })
      : commandSpan({ source, start: match.index, opener: match[0], closers });
    if (span !== undefined) {
      spans.push(span);
      OPENER.lastIndex = span.end;
    } else if (match[0] === '$$') {
      OPENER.lastIndex = match.index + 2;
    }
  }
  return spans;
}

/** Looks for a closing mark only where one can still follow, so that many lone openers cost no more than one. */
class Closers {
  private readonly last = new Map<string, number>();
  private readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
  next(mark: string, from: number): number {
    const last = this.last.get(mark) ?? this.source.lastIndexOf(mark);
    this.last.set(mark, last);
    return from > last ? -1 : this.source.indexOf(mark, from);
  }
}

type Dollar = { source: string; start: number; width: number; closers: Closers };

function dollarSpan({ source, start, width, closers }: Dollar): MathSpan | undefined {
  if (width === 2) {
    const close = closers.next('$$', start + 2);
    const body = source.slice(start + 2, Math.max(close, start + 2));
    if (close < 0 || body.trim() === '' || looksLikeProse(body)) return undefined;
    return { start, end: close + 2, source: body, display: true };
  }
  const close = closingDollar({ source, start, width, closers });
  if (close < 0) return undefined;
  const body = source.slice(start + 1, close);
  if (isFormula(body, source[close + 1] ?? '')) return { start, end: close + 1, source: body, display: false };
  if (!isLabel({ body, before: source[start - 1] ?? ' ', after: source[close + 1] ?? ' ' })) return undefined;
  return { start, end: close + 1, source: body, display: false, words: true };
}

/** The next dollar sign outside braces, as in `$\textbf{2$\times$}$`; failing that, simply the next. */
function closingDollar({ source, start, closers }: Dollar): number {
  let first = -1;
  let from = start + 1;
  for (let tries = 0; tries < 6; tries += 1) {
    const close = closers.next('$', from);
    if (close < 0) break;
    from = close + 1;
    if (isEscaped(source, close)) continue;
    if (first < 0) first = close;
    if (close - start > 400) break;
    if (isBalanced(source.slice(start + 1, close))) return close;
  }
  return first;
}

const isBalanced = (body: string): boolean =>
  !body.includes('{') || body.split(/(?<!\\)\{/).length <= body.split(/(?<!\\)\}/).length;

function isEscaped(source: string, at: number): boolean {
  let slashes = 0;
  while (slashes < 8 && source[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/** Whether what stands between two dollar signs is a formula rather than prose between two prices or two formulas. */
function isFormula(body: string, after: string): boolean {
  if (body.length > 3000 || /\n[ \t]*\n|^[\s,.;:]*$/.test(body)) return false;
  const marked = MARKED.test(body);
  if (!marked && (CONNECTIVE.test(body) || (MONEY.test(body) && runsOn(body, after)))) return false;
  return !/(?<![\\\p{L}{])\p{L}\p{Ll}{2,} $/u.test(body.replace(WORDS_IN_MATH, '}')) && !looksLikeProse(body);
}

/** Words that people put between dollar signs only to slant them: `$Some Benchmark$`. */
const isLabel = ({ body, before, after }: { body: string; before: string; after: string }): boolean =>
  body.length <= 120 &&
  /^[\p{L}\d]/u.test(body) &&
  /\S$/.test(body) &&
  /[\s(]/.test(before) &&
  /[\s.,;:)]/.test(after) &&
  !MARKED.test(body) &&
  !MONEY.test(body);

/** Whether a price's sentence goes on to the next dollar sign: `$5 and $10`, `$5-$10`, `$5, $6`. */
const runsOn = (body: string, after: string): boolean =>
  /[a-z]{3}/i.test(body) || (/[\s\-–,/]$/.test(body) && (/\d/.test(after) || !/^\s/.test(body)));

/** Four plain words outside `\text{…}`, or two where nothing else says math. */
function looksLikeProse(body: string): boolean {
  if (body.length < 8) return false;
  const bare = body.replace(WORDS_IN_MATH, ' ').replace(/\\[a-zA-Z]+/g, '\\');
  if (!MARKED.test(bare)) return (bare.match(/(?<![\\\p{L}])\p{L}\p{Ll}{2,}(?![\p{L}(])/gu)?.length ?? 0) >= 2;
  return (bare.match(/(?<![\\\p{L}])\p{Ll}{3,}(?=[\s,.;:])/gu)?.length ?? 0) >= 4;
}

/** `top-\$p\$`, as it comes out where Markdown was escaped once too often. Two prices would begin with digits. */
function escapedSpan(source: string, start: number): MathSpan | undefined {
  ESCAPED_PAIR.lastIndex = start;
  const match = ESCAPED_PAIR.exec(source);
  return match === null ? undefined : { start, end: start + match[0].length, source: match[1] ?? '', display: false };
}

type Command = { source: string; start: number; opener: string; closers: Closers };

function commandSpan({ source, start, opener, closers }: Command): MathSpan | undefined {
  if (opener === '\\(' || opener === '\\[') {
    const close = closers.next(opener === '\\(' ? '\\)' : '\\]', start + 2);
    if (close < 0) return undefined;
    return { start, end: close + 2, source: source.slice(start + 2, close), display: opener === '\\[' };
  }
  if (opener === '\\$') return escapedSpan(source, start);
  if (opener !== '\\b') return undefined;
  DISPLAY_ENVIRONMENT.lastIndex = start;
  const begin = DISPLAY_ENVIRONMENT.exec(source);
  const name = begin?.[1];
  if (begin === null || name === undefined) return undefined;
  const end = `\\end{${name}}`;
  const close = closers.next(end, start);
  if (close < 0) return undefined;
  const body = source.slice(start + begin[0].length, close);
  const whole = source.slice(start, close + end.length);
  return { start, end: close + end.length, source: UNWRAPPED.test(name) ? body : whole, display: true };
}
