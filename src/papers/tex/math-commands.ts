import { ACCENTS, accented } from './accents';
import { CONSTRUCTS } from './math-constructs';
import type { MathReader } from './math-reader';
import {
  DROPS_ARGUMENT,
  FENCES,
  FUNCTIONS,
  IGNORED,
  LARGE,
  MATH_ACCENTS,
  ORDINARY,
  PASSES,
  RELATIONS,
  SPACED,
  SPACES,
  TIGHT,
  TYPE_SWITCHES,
  UPRIGHT,
} from './math-symbols';
import { SHORTHANDS } from './shorthands';

/** Adds what a command prints. An unknown one prints its name. */
export function runMathCommand(reader: MathReader, name: string): void {
  if (!/^[a-zA-Z@]/.test(name)) runSign(reader, name);
  else if (!printSymbol(reader, name) && !printSpaced(reader, name) && !printArgument(reader, name)) {
    const shorthand = SHORTHANDS.get(name);
    if (shorthand === undefined) printUnknown(reader, name);
    else reader.push(reader.nested(shorthand));
  }
}

/** Its name; but a style that we do not know, such as `\mathpzc{E}`, or has lost its brace shows only what it styles. */
function printUnknown(reader: MathReader, name: string): void {
  const styled = /^(?:math|text|sym)(?:[a-z]{2,5}(?=[A-Z]|$))/.exec(name)?.[0];
  if (styled === undefined) reader.push(name, 'word');
  else if (styled === name) reader.push(reader.argument());
  else reader.push(name.slice(styled.length));
}

function printSymbol(reader: MathReader, name: string): boolean {
  const symbol = ORDINARY.get(name) ?? LARGE.get(name) ?? TIGHT.get(name);
  if (symbol !== undefined) reader.push(symbol);
  return symbol !== undefined;
}

function printArgument(reader: MathReader, name: string): boolean {
  const mark = MATH_ACCENTS.get(name);
  if (mark !== undefined) reader.push(withMark(reader.argument(), mark));
  else if (IGNORED.has(name)) ignore(reader, name);
  else if (UPRIGHT.has(name)) printUpright(reader);
  else if (PASSES.has(name)) reader.push(reader.argument());
  else if (DROPS_ARGUMENT.has(name)) reader.rawArgument();
  else if (CONSTRUCTS.has(name)) CONSTRUCTS.get(name)?.(reader);
  else return false;
  return true;
}

function printSpaced(reader: MathReader, name: string): boolean {
  const fence = FENCES.get(name);
  if (fence !== undefined) reader.push(fence, fenceKind(fence));
  else if (RELATIONS.has(name)) reader.push(RELATIONS.get(name) as string, 'relation');
  else if (SPACED.has(name)) reader.push(SPACED.get(name) as string, 'spaced');
  else if (FUNCTIONS.has(name)) reader.push(name, 'word');
  else if (SPACES.has(name)) reader.push(' ', 'space');
  else return false;
  return true;
}

function fenceKind(fence: string): 'open' | 'close' | 'ordinary' {
  if ('⟨⌊⌈{[⌜⟦(⎰'.includes(fence)) return 'open';
  return '⟩⌋⌉}]⌝⟧)⎱'.includes(fence) ? 'close' : 'ordinary';
}

function runSign(reader: MathReader, char: string): void {
  const mark = ACCENTS.get(char);
  if (char === '|') reader.push('‖');
  else if (char === '\\') reader.push(';', 'comma');
  else if (char === '{') reader.push(char, 'open');
  else if (char === '}') reader.push(char, 'close');
  else if (/^[,;: >\s]$/.test(char)) reader.push(' ', 'space');
  else if (mark !== undefined) reader.push(accented(reader.argument(), mark));
  else if (!/^[!/()[\]-]?$/.test(char)) reader.push(char);
}

function ignore(reader: MathReader, name: string): void {
  if (TYPE_SWITCHES.has(name)) reader.upright = true;
  if (name !== 'left' && name !== 'right' && name !== 'middle') return;
  reader.skipSpaces();
  if (reader.source[reader.at] === '.') reader.at += 1;
}

function printUpright(reader: MathReader): void {
  reader.option();
  const text = reader.argument(true);
  reader.push(text, /^\p{L}{2,}/u.test(text) ? 'word' : 'ordinary');
}

/** The mark on every letter of a short base; a long base stays as it is, since a row of marks does not read. */
function withMark(base: string, mark: string): string {
  const letters = [...base.normalize('NFC')];
  const bare = letters.filter((letter) => !/\p{M}/u.test(letter));
  if (bare.length === 0 || bare.length > 2) return base;
  const first = bare[0] === 'ı' ? 'i' : bare[0] === 'ȷ' ? 'j' : (bare[0] as string);
  if (bare.length === 1) return (first + letters.slice(1).join('') + mark).normalize('NFC');
  return letters
    .map((letter) => (/\p{L}/u.test(letter) ? letter + mark : letter))
    .join('')
    .normalize('NFC');
}
