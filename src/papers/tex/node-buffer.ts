import type { Node } from './nodes';

const TAIL = 24;

/** The nodes of one group as they are read. */
export class NodeBuffer {
  private readonly nodes: Node[] = [];
  /** Text not yet made a node, in pieces: joining it at every step would cost the square of its length. */
  private pending: string[] = [];
  private tail = '';

  text(text: string): void {
    this.pending.push(text);
    this.tail = (this.tail + text).slice(-TAIL);
  }

  node(node: Node): void {
    if (node.kind === 'text') this.text(node.text);
    else {
      this.flush();
      this.nodes.push(node);
    }
  }

  /** The last characters, as they will be printed; `x` stands for a node that is no text. */
  before(): string {
    if (this.pending.length > 0) return this.tail;
    const last = this.nodes.at(-1);
    return last === undefined || last.kind === 'paragraph' || last.kind === 'item' ? '' : 'x';
  }

  /** Takes spaces back that stand before something left out. */
  trimEnd(): void {
    for (let last = this.pending.pop(); last !== undefined; last = this.pending.pop()) {
      const text = last.trimEnd();
      if (text === '') continue;
      this.pending.push(text);
      break;
    }
    this.tail = this.tail.trimEnd();
  }

  finish(): Node[] {
    this.flush();
    return this.nodes;
  }

  private flush(): void {
    if (this.pending.length > 0) this.nodes.push({ kind: 'text', text: this.pending.join('') });
    this.pending = [];
    this.tail = '';
  }
}
