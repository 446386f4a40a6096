import type { Atom } from './math-atoms';
import { joinAtoms } from './math-atoms';
import { subscript, superscript } from './scripts';

// Deeper than any formula; beyond it groups are passed over, so hostile nesting cannot exhaust the stack.
const DEEPEST = 24;
const COMMAND_NAME = /(?:([a-zA-Z@]+)\*?|([\s\S]))?/y;
const LIMITED = /^[∑∏∐∫∬∭∮∯⋃⋂⨁⨂⨀⋁⋀⨆⨄⨍]/u;

/** Reads TeX math from left to right into atoms. What a command means is given by `runCommand`. */
export class MathReader {
  at = 0;
  /** Inside upright type (`\mathrm`, `\text`) words and the spaces between them are kept as written. */
  upright = false;
  private depth = 0;
  private atoms: Atom[] = [];
  readonly source: string;
  private readonly runCommand: (reader: MathReader, name: string) => void;

  constructor(source: string, runCommand: (reader: MathReader, name: string) => void) {
    this.source = source;
    this.runCommand = runCommand;
  }

  /** Reads until `stop` holds at the current place, or the end; the stop itself stays unread. */
  readUntil(stop: () => boolean): string {
    if (this.depth >= DEEPEST) return '';
    const outer = this.atoms;
    this.atoms = [];
    this.depth += 1;
    while (this.at < this.source.length && !stop()) this.readAtom();
    this.depth -= 1;
    const text = joinAtoms(this.atoms);
    this.atoms = outer;
    return text;
  }

  push(text: string, kind: Atom['kind'] = 'ordinary'): void {
    this.atoms.push({ text, kind });
  }

  /** Adds to the atom before, as scripts and primes do; a large operator with limits then parts from what it acts on. */
  attach(text: string): void {
    const last = this.atoms.at(-1);
    if (last === undefined || last.kind === 'space') {
      this.push(text);
      return;
    }
    last.text += text;
    if (LIMITED.test(last.text)) last.kind = 'word';
  }

  /** What was read so far in this group, taken back, for `\over`. */
  takeAll(): string {
    const text = joinAtoms(this.atoms);
    this.atoms = [];
    return text;
  }

  /** One argument: a group, a command with what it takes, or a single character. */
  argument(upright = this.upright): string {
    this.skipSpaces();
    const char = this.source[this.at];
    if (char === undefined || char === '}' || this.depth >= DEEPEST) return '';
    const outer = { atoms: this.atoms, upright: this.upright };
    this.atoms = [];
    this.upright = upright;
    this.depth += 1;
    this.readAtom();
    this.depth -= 1;
    const text = joinAtoms(this.atoms);
    this.atoms = outer.atoms;
    this.upright = outer.upright;
    return text;
  }

  /** One argument as it is written, without its braces. */
  rawArgument(): string {
    this.skipSpaces();
    if (this.source[this.at] !== '{') return this.source[this.at++] ?? '';
    const start = this.at + 1;
    let open = 0;
    for (; this.at < this.source.length; this.at += 1) {
      const char = this.source[this.at];
      if (char === '\\') this.at += 1;
      else if (char === '{') open += 1;
      else if (char === '}' && --open === 0) break;
    }
    const raw = this.source.slice(start, this.at);
    this.at += 1;
    return raw;
  }

  /** Another source in plain text, such as a root's index, with the same commands. */
  nested(source: string): string {
    const reader = new MathReader(source, this.runCommand);
    reader.depth = this.depth + 1;
    return reader.readUntil(() => false);
  }

  /** `[…]` if one follows, as written. */
  option(): string | undefined {
    if (this.source[this.at] !== '[') return undefined;
    const length = this.source.slice(this.at, this.at + 120).indexOf(']');
    if (length < 0) return undefined;
    this.at += length + 1;
    return this.source.slice(this.at - length, this.at - 1);
  }

  skipSpaces(): void {
    while (/\s/.test(this.source[this.at] ?? '')) this.at += 1;
  }

  private readAtom(): void {
    const char = String.fromCodePoint(this.source.codePointAt(this.at) as number);
    this.at += char.length;
    if (char === '\\') this.readCommand();
    else if (char === '{') this.readGroup();
    else if (char === '^') this.attach(superscript(this.argument(false)));
    else if (char === '_') this.attach(subscript(this.argument(false)));
    else if (char === "'") this.attach('′');
    else if (char === '~') this.push(' ', 'space');
    else if (/\s/.test(char)) this.readSpace();
    else if (char !== '}' && char !== '$') this.readSign(char);
  }

  private readCommand(): void {
    COMMAND_NAME.lastIndex = this.at;
    const [whole, name, sign] = COMMAND_NAME.exec(this.source) as RegExpExecArray;
    this.at += whole.length;
    this.runCommand(this, name ?? sign ?? '');
  }

  private readGroup(): void {
    if (this.depth >= DEEPEST) return;
    const upright = this.upright;
    const text = this.readUntil(() => this.source[this.at] === '}');
    const isWord = (this.upright || upright) && /^\p{L}{2,}/u.test(text);
    this.upright = upright;
    this.at += 1;
    this.push(text, isWord ? 'word' : 'ordinary');
  }

  private readSpace(): void {
    if (!this.upright) return;
    const before = this.source[this.at - 2] ?? '';
    if (/[\p{L}\p{N}.,:;)}]/u.test(before)) this.push(' ', 'space');
  }

  private readSign(char: string): void {
    const next = this.source[this.at] ?? '';
    if (this.upright && char !== '−' && char !== '=') this.push(char);
    else if (/[=<>∼≃≈≤≥≠≡∈⊂⊆→↔∝≪≫≲≳≅]/u.test(char) || (char === ':' && next === '=')) this.push(char, 'relation');
    else if (/[×±∓⊗⊕∪∩]/u.test(char)) this.push(char, 'spaced');
    else if (char === '(' || char === '[') this.push(char, 'open');
    else if (char === ')' || char === ']') this.push(char, 'close');
    else if (char === ':') this.push(char, /[\d}]/.test(next) ? 'ordinary' : 'comma');
    else if (char === ',' || char === ';') this.push(char, /[\d}]/.test(next) ? 'ordinary' : 'comma');
    else if (char === '-') this.push('−');
    else if (char === '&') this.push(' ', 'space');
    else this.push(char);
  }
}
