import { chemistryToText } from './chemistry';
import { asOperand } from './math-atoms';
import type { MathReader } from './math-reader';
import { DOUBLE_STRUCK, NEGATED } from './math-symbols';
import { subscript, superscript } from './scripts';

type Construct = (reader: MathReader) => void;

/** Commands whose arguments have to be arranged for a line of text. */
export const CONSTRUCTS: ReadonlyMap<string, Construct> = new Map<string, Construct>([
  ...named('frac dfrac tfrac cfrac nicefrac sfrac flatfrac', fraction),
  ...named('mathbb Bbb mathds mathbbm mathbbold bbold', doubleStruck),
  ...named('binom tbinom dbinom choose', (reader) => reader.push(`(${reader.argument()} choose ${reader.argument()})`)),
  ...named('stackrel overset', (reader) => stack(reader, superscript)),
  ...named('underset', (reader) => stack(reader, subscript)),
  ...named('textsuperscript sp', (reader) => reader.attach(superscript(reader.argument()))),
  ...named('textsubscript sb', (reader) => reader.attach(subscript(reader.argument()))),
  ...named('ce chem cee', (reader) => reader.push(chemistryToText(reader.rawArgument()))),
  ...named('href textcolor colorbox texorpdfstring raisebox htmlClass htmlId htmlStyle htmlData url', (reader) => {
    reader.rawArgument();
    reader.push(reader.argument());
  }),
  ...named('SI qty', (reader) => reader.push(`${reader.argument(true)} ${reader.argument(true)}`)),
  ...named('newcommand renewcommand providecommand DeclareMathOperator def', (reader) => {
    const name = reader.rawArgument();
    if (name === '\\') reader.rawArgument();
    while (/[a-zA-Z#\d]/.test(reader.source[reader.at] ?? '')) reader.at += 1;
    reader.option();
    reader.rawArgument();
  }),
  ...named('colon', (reader) => reader.push(':', 'comma')),
  ...named('begin', environment),
  ...named('end', (reader) => void reader.rawArgument()),
  ...named('over', (reader) => reader.push(`${asOperand(reader.takeAll())}/`)),
  ...named('pmod', (reader) => reader.push(`(mod ${reader.argument()})`, 'word')),
  ...named('sqrt', root),
  ...named('not', (reader) => {
    const struck = reader.argument();
    reader.push(NEGATED.get(struck) ?? `${struck}\u0338`, 'relation');
  }),
  ...named('ket', (reader) => reader.push(`|${reader.argument()}⟩`)),
  ...named('bra', (reader) => reader.push(`⟨${reader.argument()}|`)),
  ...named('braket', (reader) => reader.push(`⟨${reader.argument()}⟩`)),
  ...named('abs', (reader) => reader.push(`|${reader.argument()}|`)),
  ...named('norm', (reader) => reader.push(`‖${reader.argument()}‖`)),
  ...named('xrightarrow xleftarrow', (reader) => {
    reader.option();
    const label = reader.argument();
    reader.push(label === '' ? '→' : `→${superscript(label)}`, 'relation');
  }),
]);

function named(names: string, construct: Construct): [string, Construct][] {
  return names.split(' ').map((name) => [name, construct]);
}

function fraction(reader: MathReader): void {
  const top = reader.argument();
  reader.push(`${asOperand(top)}/${asOperand(reader.argument())}`, 'fraction');
}

function doubleStruck(reader: MathReader): void {
  const letters = [...reader.argument()];
  reader.push(letters.map((letter) => DOUBLE_STRUCK.get(letter) ?? letter).join(''));
}

const ROOTS = new Map([
  ['', '√'],
  ['2', '√'],
  ['3', '∛'],
  ['4', '∜'],
]);

function root(reader: MathReader): void {
  const index = reader.nested(reader.option() ?? '');
  const sign = ROOTS.get(index);
  const operand = asOperand(reader.argument());
  reader.push(`${sign ?? `${superscript(index)}√`}${operand}`);
}

const STACKED = new Map([
  ['<∼', '≲'],
  ['>∼', '≳'],
  ['∼<', '≲'],
  ['∼>', '≳'],
  ['def=', '≝'],
  ['△=', '≜'],
  ['?=', '≟'],
  ['d=', '=ᵈ'],
]);

function stack(reader: MathReader, script: (text: string) => string): void {
  const above = reader.argument();
  const base = reader.argument();
  const sign = STACKED.get(above + base);
  if (sign !== undefined) {
    reader.push(sign, 'relation');
    return;
  }
  const text = base + (/^[=.∘]?$/u.test(above) ? '' : script(above));
  reader.push(text, /^[=→←↔⇒⟶⟵∼≈≃<>]/u.test(base) ? 'relation' : 'word');
}

const BRACKETS = new Map<string, [string, string]>([
  ['pmatrix', ['(', ')']],
  ['bmatrix', ['[', ']']],
  ['Bmatrix', ['{', '}']],
  ['vmatrix', ['|', '|']],
  ['Vmatrix', ['‖', '‖']],
  ['cases', ['{', '}']],
]);

function environment(reader: MathReader): void {
  const name = reader.rawArgument().replace('*', '');
  if (name === 'array' || name === 'tabular') reader.rawArgument();
  const body = reader.readUntil(() => reader.source.startsWith('\\end', reader.at));
  const [open, close] = BRACKETS.get(name) ?? ['', ''];
  reader.push(`${open}${body.replace(/;$/, '')}${close}`);
}
