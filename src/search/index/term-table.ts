const EMPTY = 0;
const MOST_FULL = 0.7;

/** Numbers terms in the order in which they are first met. A term is known by its 32-bit hash. */
export class TermTable {
  #hashes: Uint32Array;
  /** Number + 1 of the term whose hash stands in the same place. */
  #numbers: Uint32Array;
  #size = 0;

  constructor(capacity = 1 << 16) {
    this.#hashes = new Uint32Array(capacity);
    this.#numbers = new Uint32Array(capacity);
  }

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#hashes.byteLength + this.#numbers.byteLength;
  }

  /** The term's number, or -1. */
  find(hash: number): number {
    return (this.#numbers[this.#place(hash)] as number) - 1;
  }

  /** The term's number, a new one where it was not known. */
  add(hash: number): number {
    const place = this.#place(hash);
    const known = this.#numbers[place] as number;
    if (known !== EMPTY) return known - 1;
    this.#hashes[place] = hash;
    this.#numbers[place] = ++this.#size;
    if (this.#size > this.#hashes.length * MOST_FULL) this.#grow();
    return this.#size - 1;
  }

  #place(hash: number): number {
    const mask = this.#hashes.length - 1;
    let place = (Math.imul(hash, 0x9e3779b1) >>> 0) & mask;
    while (this.#numbers[place] !== EMPTY && this.#hashes[place] !== hash) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [hashes, numbers] = [this.#hashes, this.#numbers];
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#numbers = new Uint32Array(hashes.length * 2);
    for (let at = 0; at < hashes.length; at++) {
      if (numbers[at] === EMPTY) continue;
      const place = this.#place(hashes[at] as number);
      this.#hashes[place] = hashes[at] as number;
      this.#numbers[place] = numbers[at] as number;
    }
  }
}
