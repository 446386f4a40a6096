import { NodeBuffer } from './node-buffer';
import type { InlineStyle, Node } from './nodes';
import { Scanner } from './scanner';
import type { Span } from './spans';
import { findSpans, spanNode } from './spans';

// Deeper than anybody writes; beyond it braces are passed over, so hostile nesting cannot exhaust the stack.
const DEEPEST = 40;
const MOST_FORMULAS = 300;
const MOST_MATH = 12_000;
const NEXT_SPECIAL = /[\\{}`'~^_*$\n"]|--|\[(?=[^\][\n]{1,80}\]\(http)/g;
const COMMAND = /\\(?:([a-zA-Z]+)\*?|([\s\S]))?/y;

export type Readers = {
  command: (reader: TextReader, name: string) => void;
  sign: (reader: TextReader, char: string) => void;
};

/**
 * Reads the TeX of running text from left to right into nodes. Formulas and links are found beforehand; what a
 * command or a sign means is given by `readers`.
 */
export class TextReader extends Scanner {
  /** Quotation marks that wait for their closing one. */
  readonly open = { single: false, double: false, escaped: false };
  private buffer = new NodeBuffer();
  private depth = 0;
  private passed = 0;
  private readonly spans: readonly Span[];
  private nextSpan = 0;
  private nextSpecial = -1;
  private formulas = 0;
  private formulaLength = 0;
  private readonly readers: Readers;

  constructor(source: string, readers: Readers) {
    super(source);
    this.readers = readers;
    this.spans = findSpans(source);
  }

  readAll(): Node[] {
    while (this.at < this.source.length) {
      this.readNodes();
      if (this.source[this.at] === '}') this.at += 1;
    }
    return this.buffer.finish();
  }

  /** The nodes up to the brace that closes the current group, which stays unread. */
  private readNodes(): void {
    while (this.at < this.source.length) {
      const char = this.source[this.at];
      if (char === '}' && this.passed === 0) return;
      this.readNext(char as string);
    }
  }

  private readNext(char: string): void {
    const span = this.spanHere();
    if (span?.start === this.at) this.addSpan(span);
    else if (char === '\\') this.readCommand();
    else if (char === '{') this.readBrace();
    else if (char === '}') this.passBrace();
    else this.readPlain(char, span?.start ?? this.source.length);
  }

  private passBrace(): void {
    this.passed -= 1;
    this.at += 1;
  }

  private readPlain(char: string, limit: number): void {
    if (this.nextSpecial < this.at) {
      NEXT_SPECIAL.lastIndex = this.at;
      this.nextSpecial = NEXT_SPECIAL.exec(this.source)?.index ?? this.source.length;
    }
    const end = Math.min(this.nextSpecial, limit);
    if (end === this.at) this.readers.sign(this, char);
    else this.text(this.source.slice(this.at, end));
    this.at = Math.max(this.at, end);
  }

  private spanHere(): Span | undefined {
    while (this.nextSpan < this.spans.length && (this.spans[this.nextSpan] as Span).start < this.at) this.nextSpan += 1;
    return this.spans[this.nextSpan];
  }

  private addSpan(span: Span): void {
    this.at = span.end;
    this.node(spanNode(span));
  }

  private readCommand(): void {
    COMMAND.lastIndex = this.at;
    const [whole, name, sign] = COMMAND.exec(this.source) as RegExpExecArray;
    this.at += whole.length;
    this.readers.command(this, name ?? sign ?? '');
  }

  private readBrace(): void {
    if (this.depth >= DEEPEST) {
      this.passed += 1;
      this.at += 1;
      return;
    }
    const set = /^\{[^{}\\$]{1,60},[^{}\\$]{1,60}\}/.exec(this.source.slice(this.at, this.at + 130));
    // Braces that TeX would swallow, but that a plain-text author meant: {0,1}, {a, b, c}.
    if (set !== null && !/[\p{L}]$/u.test(this.before())) {
      this.text(set[0]);
      this.at += set[0].length;
      return;
    }
    for (const node of this.group()) this.node(node);
  }

  text(text: string): void {
    this.buffer.text(text);
  }

  node(node: Node): void {
    if (node.kind === 'math' && !this.admits(node.source)) this.buffer.node({ ...node, unset: true });
    else this.buffer.node(node);
  }

  /** Formulas weigh a hundred times their source on a page; nobody writes more of them than this into an abstract. */
  private admits(source: string): boolean {
    this.formulas += 1;
    this.formulaLength += source.length;
    return this.formulas <= MOST_FORMULAS && this.formulaLength <= MOST_MATH;
  }

  /** The characters just before, as they will be printed. */
  before(): string {
    return this.buffer.before();
  }

  /** Takes spaces back that stand before something left out. */
  trimEnd(): void {
    this.buffer.trimEnd();
  }

  /** The group at the current place, `{…}`, as nodes; with no group there, the next character or command. */
  group(): Node[] {
    return this.collect(() => {
      if (this.source[this.at] !== '{') return this.readOne();
      this.at += 1;
      this.readNodes();
      this.at += 1;
    });
  }

  /** What follows in this group, as a switch such as `\it` governs it. */
  restOfGroup(): Node[] {
    return this.collect(() => this.readNodes());
  }

  /** The nodes from here to a place further on. */
  upTo(end: number): Node[] {
    return this.collect(() => {
      while (this.at < end) this.readNext(this.source[this.at] as string);
    });
  }

  get insideGroup(): boolean {
    return this.depth > 0;
  }

  private readOne(): void {
    const char = this.source[this.at];
    if (char === undefined || char === '}') return;
    if (char === '\\' || char === '$') this.readNext(char);
    else {
      const letter = String.fromCodePoint(this.source.codePointAt(this.at) as number);
      this.at += letter.length;
      this.text(letter);
    }
  }

  private collect(read: () => void): Node[] {
    if (this.depth >= DEEPEST) return [];
    const outer = this.buffer;
    const inner = new NodeBuffer();
    this.buffer = inner;
    this.depth += 1;
    read();
    this.depth -= 1;
    this.buffer = outer;
    return inner.finish();
  }

  styled(style: InlineStyle, children: Node[]): void {
    if (children.length > 0) this.node({ kind: 'style', style, children });
  }
}
