import { termHash } from '../text/paper-terms';
import { grown } from './grown';

/** Papers' ids as bytes, numbered, and found again by their hash; a tenth of what strings would take. */
export class PaperIds {
  #letters = new Uint8Array(1 << 12);
  #starts = new Uint32Array(1 << 8);
  #table = new Uint32Array(1 << 9);
  // Entries of ids that were given up; the table keeps them, so that others behind them are found.
  readonly #gone = new Set<number>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#letters.byteLength + this.#starts.byteLength + this.#table.byteLength;
  }

  /** The id of a paper's number. */
  at(paper: number): string {
    const letters = this.#letters.subarray(this.#starts[paper] ?? 0, this.#starts[paper + 1] ?? 0);
    return String.fromCharCode(...letters);
  }

  /** The latest number of an id, or -1. */
  find(id: string): number {
    const entry = this.#table[this.#place(id)] as number;
    return this.#gone.has(entry) ? -1 : entry - 1;
  }

  /** The id's number is given up; `find` no longer knows it. */
  forget(id: string): void {
    const place = this.#place(id);
    if (this.#table[place] !== 0) this.#gone.add(this.#table[place] as number);
  }

  /** Gives an id its next number; one that was known loses its old number. */
  add(id: string): number {
    const paper = this.#size++;
    const start = this.#starts[paper] as number;
    this.#starts = grown(this.#starts, paper + 2);
    this.#letters = grown(this.#letters, start + id.length);
    for (let at = 0; at < id.length; at++) this.#letters[start + at] = id.charCodeAt(at);
    this.#starts[paper + 1] = start + id.length;
    if (this.#size * 2 > this.#table.length) this.#rehash();
    this.#table[this.#place(id)] = paper + 1;
    return paper;
  }

  #rehash(): void {
    this.#table = new Uint32Array(this.#table.length * 2);
    // The paper that is being added finds its place afterwards.
    for (let paper = 0; paper < this.#size - 1; paper++) this.#table[this.#place(this.at(paper))] = paper + 1;
  }

  #place(id: string): number {
    const mask = this.#table.length - 1;
    let place = termHash(id) & mask;
    for (;;) {
      const known = this.#table[place] as number;
      if (known === 0 || this.#is(known - 1, id)) return place;
      place = (place + 1) & mask;
    }
  }

  #is(paper: number, id: string): boolean {
    const start = this.#starts[paper] as number;
    if ((this.#starts[paper + 1] as number) - start !== id.length) return false;
    for (let at = 0; at < id.length; at++) if (this.#letters[start + at] !== id.charCodeAt(at)) return false;
    return true;
  }
}
