/** A place in a source, and what stands there: groups as written, options, spaces. */
export class Scanner {
  at = 0;
  readonly source: string;
  private closes: Int32Array | undefined;

  constructor(source: string) {
    this.source = source;
  }

  /** The group at the current place as it is written, without its braces; undefined when there is none. */
  rawGroup(): string | undefined {
    const start = afterSpaces(this.source, this.at);
    if (this.source[start] !== '{') return undefined;
    this.closes ??= matchBraces(this.source);
    const end = this.closes[start] ?? -1;
    if (end < 0) return undefined;
    this.at = end + 1;
    return this.source.slice(start + 1, end);
  }

  /** Leaves out one or two `[…]` that follow directly. */
  skipOptions(): void {
    const options = /^(?:\[[^\][{}]{0,80}\]){1,2}/.exec(this.source.slice(this.at, this.at + 170));
    if (options !== null) this.at += options[0].length;
  }

  /** Whether a group follows, spaces before it allowed. */
  hasGroup(): boolean {
    return this.source[afterSpaces(this.source, this.at)] === '{';
  }

  skipSpaces(): void {
    this.at = afterSpaces(this.source, this.at);
  }
}

/** Where each opening brace is closed, or -1; found in one pass, so that no unclosed one is sought again and again. */
function matchBraces(source: string): Int32Array {
  const closes = new Int32Array(source.length).fill(-1);
  const open: number[] = [];
  for (let index = 0; index < source.length; index += 1) {
    const char = source[index];
    if (char === '\\') index += 1;
    else if (char === '{') open.push(index);
    else if (char === '}') {
      const start = open.pop();
      if (start !== undefined) closes[start] = index;
    }
  }
  return closes;
}

/** The first place from `at` on that holds no space. */
function afterSpaces(source: string, at: number): number {
  let index = at;
  while (source[index] === ' ' || source[index] === '\n') index += 1;
  return index;
}
