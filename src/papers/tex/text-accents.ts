import { ACCENTS, accented } from './accents';
import type { Node } from './nodes';
import type { TextReader } from './text-reader';

const ahead = (reader: TextReader, length: number): string => reader.source.slice(reader.at, reader.at + length);

/** `\'e`, `\'{e}`, `\' e`, `\'\i`, `\'{\^e}`: the accent on the next letter; the sign itself where no letter takes it. */
export function accentSign(reader: TextReader, sign: string): void {
  const next = ahead(reader, 3);
  const isEmpty = /^\{\s?\}/.test(next);
  const letter = /^\s?(\p{L})/u.exec(next)?.[1];
  const accents = /^[{\\]/.test(next) || (letter !== undefined && takesAccent(reader, { sign, letter }));
  if (isEmpty) reader.at += next.indexOf('}') + 1;
  if (isEmpty || !accents) return void reader.text(sign);
  if (/^\s/.test(next)) reader.at += 1;
  putOn(reader, ACCENTS.get(sign) as string);
}

/** `\c{c}`, `\v s`, `\u\i`. With anything but one letter behind it the name means something else: false, nothing read. */
export function accentName(reader: TextReader, name: string): boolean {
  const next = ahead(reader, 8);
  const inBraces = /^\s?\{\s?(?:\\?\p{L}|\\[`'^"~.=]\{?\p{L}\}?)\s?\}|^\\[ij](?![a-z])/u.test(next);
  const spaced = /^\s(\p{L}|\\[ij])/u.exec(next)?.[1];
  const isPlaced = /\p{L}$/u.test(reader.before()) || 'uvcHk'.includes(name) || next[2] === '}';
  const inWord = spaced !== undefined && composes(spaced, name) && isPlaced;
  if (!inBraces && !inWord) return false;
  if (/^\s/.test(next)) reader.at += 1;
  putOn(reader, ACCENTS.get(name) as string);
  return true;
}

const composes = (letter: string, name: string): boolean =>
  /^\\[ij]/.test(letter) || accented(letter, ACCENTS.get(name) as string).length === 1;

/** People also write `\"quoted\"` and `isn\'t`, which only look like accents. */
function takesAccent(reader: TextReader, { sign, letter }: { sign: string; letter: string }): boolean {
  const before = reader.before();
  if (sign === '"' && isQuotationMark(reader, before)) return false;
  if (!composes(letter, sign)) return false;
  return sign !== "'" || !/\p{L}$/u.test(before) || !/^s(?![\p{L}{\\])/u.test(ahead(reader, 2));
}

/** A mark before a word, with another one behind a word further on; or that other one. */
function isQuotationMark(reader: TextReader, before: string): boolean {
  const closes = reader.open.escaped;
  reader.open.escaped = false;
  if (closes || /[^\s([]$/.test(before)) return closes;
  const close = reader.source.slice(reader.at, reader.at + 160).indexOf('\\"');
  reader.open.escaped =
    close >= 0 && !/^[\p{L}{\\]/u.test(reader.source.slice(reader.at + close + 2, reader.at + close + 3));
  return reader.open.escaped;
}

function putOn(reader: TextReader, mark: string): void {
  const text = reader.group().map(letters).join('').trim();
  const [first = '', ...rest] = text.match(/\P{M}\p{M}*/gu) ?? [];
  if (first !== '') reader.text(accented(first, mark) + rest.join(''));
}

const letters = (node: Node): string =>
  node.kind === 'text' ? node.text : 'children' in node ? node.children.map(letters).join('') : '';
