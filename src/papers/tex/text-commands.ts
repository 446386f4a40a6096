import { ACCENTS, TEXT_SYMBOLS } from './accents';
import { accentName, accentSign } from './text-accents';
import { CONSTRUCTS, printGroup } from './text-constructs';
import { LISTS, PLAIN, SILENT, SILENT_WITH_ARGUMENT, STYLES } from './text-macros';
import { mathCommandAsText } from './text-math';
import type { TextReader } from './text-reader';

/** Adds what a command in running text prints. An unknown one prints its argument, or else its name. */
export function runTextCommand(reader: TextReader, name: string): void {
  if (!/^[a-zA-Z]/.test(name)) runEscape(reader, name);
  else if (!runLetter(reader, name) && !runStyle(reader, name) && !runKnown(reader, name)) printUnknown(reader, name);
}

/** Accents and letters of other alphabets. */
function runLetter(reader: TextReader, name: string): boolean {
  if (name.length === 1 && ACCENTS.has(name) && accentName(reader, name)) return true;
  const symbol = TEXT_SYMBOLS.get(name);
  if (symbol !== undefined) printSymbol(reader, symbol);
  return symbol !== undefined;
}

function runKnown(reader: TextReader, name: string): boolean {
  const construct = CONSTRUCTS.get(name);
  if (construct !== undefined) construct(reader);
  else if (SILENT_WITH_ARGUMENT.has(name)) leaveOut(reader);
  else if (PLAIN.has(name) && reader.hasGroup()) printGroup(reader);
  else if (name === 'begin' || name === 'end') environment(reader, name);
  else if (name === 'par') reader.node({ kind: 'paragraph' });
  else if (name === 'item') item(reader);
  else if (SILENT.has(name)) reader.skipSpaces();
  else return mathCommandAsText(reader, name);
  return true;
}

/** `\emph{…}`, `\em{…}` and, inside a group, `{\em …}`. */
function runStyle(reader: TextReader, name: string): boolean {
  const style = STYLES.get(name);
  if (style === undefined) return false;
  const takesGroup = reader.hasGroup();
  reader.skipSpaces();
  if (takesGroup) reader.styled(style, reader.group());
  // A switch governs the rest of its group; outside of one, and for a command without its argument, nothing.
  else if (reader.insideGroup && !/^(?:text|emph|math)/.test(name)) reader.styled(style, reader.restOfGroup());
  return true;
}

/** A control word ends at `{}` or at a space, which TeX swallows between two letters. */
function printSymbol(reader: TextReader, symbol: string): void {
  reader.text(symbol);
  const next = reader.source.slice(reader.at, reader.at + 2);
  if (next === '{}') reader.at += 2;
  else if (/^ [a-z]/.test(next) && /^[łøßæœåðþđŋıȷŁØÅÆŒ]$/.test(symbol)) reader.at += 1;
}

function leaveOut(reader: TextReader): void {
  reader.skipOptions();
  reader.rawGroup();
  if (/^[\s.,;:)\]]|^$/.test(reader.source.slice(reader.at, reader.at + 1))) reader.trimEnd();
}

function environment(reader: TextReader, name: 'begin' | 'end'): void {
  const environmentName = (reader.rawGroup() ?? '').replace('*', '');
  if (!LISTS.has(environmentName)) {
    if (!/^(?:document|abstract)$/.test(environmentName)) reader.node({ kind: 'paragraph' });
    return;
  }
  reader.skipOptions();
  if (name === 'end') reader.node({ kind: 'list-end' });
  else reader.node({ kind: 'list', ordered: /enum/.test(environmentName) });
}

function item(reader: TextReader): void {
  reader.node({ kind: 'item' });
  const label = /^\s*\[([^\]]{0,60})\]\s*/.exec(reader.source.slice(reader.at, reader.at + 70));
  if (label === null) return;
  reader.at += label[0].length;
  reader.text(`${label[1]} `);
}

/** `\textbfWord`: a command that lost the brace before its argument. */
const RUN_TOGETHER = /^(?:text(?:bf|it|tt|sc|rm)|emph|math(?:frak|cal|bb|rm|bf))(?=[A-Z])/;

function printUnknown(reader: TextReader, name: string): void {
  const start = reader.at;
  const isEmptyGroup = reader.source.startsWith('{}', start);
  if (isEmptyGroup) reader.at += 2;
  else reader.skipOptions();
  if (!isEmptyGroup && reader.source[reader.at] === '{') return void printGroup(reader);
  if (!isEmptyGroup) reader.at = start;
  const shown = name.replace(RUN_TOGETHER, '');
  reader.text(/[\p{L}\d]$/u.test(reader.before()) ? ` ${shown}` : shown);
}

/** A command of one sign: an escaped character, a space, or an accent. */
function runEscape(reader: TextReader, sign: string): void {
  if (sign === '\\') reader.skipOptions();
  if (sign === ',') reader.text('\u202f');
  else if (/^[;:>\s\\]$/.test(sign)) reader.text(' ');
  else if (ACCENTS.has(sign)) accentSign(reader, sign);
  else if (!/^[!/@()[\]-]?$/.test(sign)) reader.text(sign);
}
