import { isChemicalFormula } from './elements';
import { safeHref } from './link-spans';
import type { TextReader } from './text-reader';

const SIGNS: Readonly<Record<string, (reader: TextReader) => void>> = {
  '`': backtick,
  "'": apostrophe,
  '"': quotationMark,
  '-': dashes,
  '~': tie,
  '\n': lineEnd,
  '*': starred,
  '[': markdownLink,
  $: strayDollar,
  '^': (reader) => script(reader, '^'),
  _: (reader) => script(reader, '_'),
};

/** Adds what a sign with a meaning of its own in TeX prints: quotes, dashes, ties, scripts, line ends. */
export function runSign(reader: TextReader, char: string): void {
  const run = SIGNS[char];
  if (run === undefined) take(reader, char.length, char);
  else run(reader);
}

const rest = (reader: TextReader, length: number): string => reader.source.slice(reader.at, reader.at + length);

function take(reader: TextReader, length: number, text: string): void {
  reader.at += length;
  reader.text(text);
}

function backtick(reader: TextReader): void {
  const before = reader.before();
  if (rest(reader, 2) === '``') {
    reader.open.double = true;
    take(reader, 2, '“');
  } else if (/^`[\s.,;:)]|^`$/.test(rest(reader, 2)) || /[^\s([“/–—-]$/.test(before)) {
    // Behind a word it closes a quotation (`word`) or stands for an apostrophe.
    take(reader, 1, reader.open.single || /[\p{L}\d]$/u.test(before) ? '’' : '`');
    reader.open.single = false;
  } else {
    reader.open.single = true;
    take(reader, 1, '‘');
  }
}

function apostrophe(reader: TextReader): void {
  if (rest(reader, 2) === "''") {
    // A pair before a word opens, as people write ''word'' who do not know TeX's own.
    const opens = !reader.open.double && /(?:^|[\s(])$/.test(reader.before()) && /^''\S/.test(rest(reader, 3));
    reader.open.double = opens;
    take(reader, 2, opens ? '“' : '”');
  } else if (reader.open.single && !/^'[\p{L}\d]/u.test(rest(reader, 2))) {
    reader.open.single = false;
    take(reader, 1, '’');
  } else take(reader, 1, "'");
}

function quotationMark(reader: TextReader): void {
  const closes = reader.open.double && !/(?:^|[\s(])$/.test(reader.before());
  if (closes) reader.open.double = false;
  take(reader, 1, closes ? '”' : '"');
}

const STRONG = /^\*\*(?=[^\s*])[^*$\n{}]{0,200}?[^\s*]\*\*/;
const EMPHASIS = /^\*(?=\p{L})[^*$\n{}]{0,100}?[\p{L}\p{N}.!?)]\*(?![\p{L}\p{N}*])/u;

/** Markdown's emphasis, which recent abstracts use beside TeX's. */
function starred(reader: TextReader): void {
  const ahead = rest(reader, 210);
  const strong = STRONG.exec(ahead);
  const emphasis = strong ?? (/[\p{L}\p{N}*]$/u.test(reader.before()) ? null : EMPHASIS.exec(ahead));
  if (emphasis === null) take(reader, 1, '*');
  else {
    const marks = strong === null ? 1 : 2;
    const end = reader.at + emphasis[0].length;
    reader.at += marks;
    reader.styled(strong === null ? 'em' : 'strong', reader.upTo(end - marks));
    reader.at = Math.max(reader.at, end);
  }
}

/** Markdown's `[words](address)`. */
function markdownLink(reader: TextReader): void {
  const [whole, label, address] = /^\[([^\][\n]{1,80})\]\((https?:\/\/[^\s()]{1,300})\)/.exec(rest(reader, 400)) ?? [];
  const href = address === undefined ? undefined : safeHref(address);
  if (whole === undefined || label === undefined || href === undefined) take(reader, 1, '[');
  else {
    reader.at += whole.length;
    reader.node({ kind: 'link', href, children: [{ kind: 'text', text: label }] });
  }
}

/** A dollar sign that opens no formula: a currency beside digits or a country's letter, else a slip of the author. */
function strayDollar(reader: TextReader): void {
  const isPrice =
    /^\$\s?[.,]?\d|^\$[A-Z_]{2}/.test(rest(reader, 4)) ||
    /(?:^|[\s(])(?:\d[\d,.]*|US|AU|CA|HK|NZ|A|C|S|R)$/.test(reader.before());
  take(reader, 1, isPrice ? '$' : '');
}

function dashes(reader: TextReader): void {
  const length = /^-+/.exec(rest(reader, 12))?.[0].length ?? 1;
  take(reader, length, length === 2 ? '–' : length === 3 ? '—' : '-'.repeat(length));
}

/** TeX's unbreakable space, or "about": `Fig.~3` and `5~GHz` against `~10`, `z~2` and `5~10`. */
function tie(reader: TextReader): void {
  const before = reader.before();
  const after = reader.source[reader.at + 1] ?? ' ';
  const about = /[\s\d]/.test(after)
    ? /\d$|(?:^|[\s([<>=/])$|(?:^|[\s(])\p{L}$/u.test(before) || /\s/.test(after)
    : /(?:^|[\s([<>=])$/.test(before) && after !== '\\';
  take(reader, 1, about ? '~' : '\u00a0');
}

/** A line that begins with spaces, or an empty one, begins a paragraph on arXiv; other line ends are spaces. */
function lineEnd(reader: TextReader): void {
  const breaks = /^\s*/.exec(rest(reader, 200))?.[0] ?? '\n';
  reader.at += breaks.length;
  if (/\n[ \t]+$|\n[ \t]*\n/.test(breaks)) reader.node({ kind: 'paragraph' });
  else reader.text(' ');
}

function script(reader: TextReader, char: '^' | '_'): void {
  const raised = char === '^';
  const before = reader.before();
  const here = reader.at;
  reader.at += 1;
  if (reader.source[reader.at] === '{' && (raised || /\S$/.test(before))) {
    const source = reader.rawGroup();
    if (source !== undefined) return void reader.node({ kind: 'script', raised, source });
  }
  const bare = raised ? bareExponent(reader, before) : bareIndex(reader, before);
  if (bare === undefined) {
    reader.text(char);
    return;
  }
  reader.at += bare.length;
  const source = bare.replace(/^\((.*)\)$/, '$1');
  const shown = source.startsWith('\\') ? {} : { bare: reader.source.slice(here, reader.at) };
  reader.node({ kind: 'script', raised, source, ...shown });
}

function bareExponent(reader: TextReader, before: string): string | undefined {
  if (before !== '' && !/[\p{L}\p{N})\]}|*']$/u.test(before) && !/\s$/.test(before)) return undefined;
  const found =
    /^(?:[-+−–]?\d{1,3}(?:\.\d+)?|\([-+−]?\d{1,3}\)|[A-Za-z](?![A-Za-z\d])|[+-](?![\w-])|\\(?:circ|prime|star|ast|dagger|odot|top|perp|infty|pm)(?![a-zA-Z]))/.exec(
      rest(reader, 24),
    )?.[0];
  if (found === undefined || (/\s$/.test(before) && !/^\d+$/.test(found))) return undefined;
  return found;
}

function bareIndex(reader: TextReader, before: string): string | undefined {
  const token = /[\p{L}\d]+$/u.exec(before)?.[0] ?? '';
  const ahead = rest(reader, 24);
  const command = /^\\(?:odot|oplus|ast|star|perp|infty|[a-zA-Z]{2,7})(?![a-zA-Z])/.exec(ahead)?.[0];
  if (command !== undefined && before !== '') return command;
  if (/[_\\/.@-]$/.test(before.slice(0, before.length - token.length)) && token !== '') return undefined;
  if (/^[\])]$/.test(before.slice(-1)) || isChemicalFormula(token)) {
    const count = /^(?:\d{1,2}(?:\.\d+)?|[a-z])(?![a-z\d_])/.exec(ahead)?.[0];
    if (count !== undefined) return count;
  }
  return /^(?:\p{L}|s[lopu]|gl|osp)$/iu.test(token)
    ? /^(?:\d{1,3}|[A-Za-z]\w{0,3})(?![\w.]*[A-Za-z_])/.exec(ahead)?.[0]
    : undefined;
}
