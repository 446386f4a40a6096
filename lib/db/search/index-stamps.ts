import type { SearchIndex } from '@/src/search';

export type Stamp = { facts: number; text: number };

/** Which rows the index was made of, by the papers' numbers. */
export class IndexStamps {
  readonly #index: SearchIndex;
  #facts = new Uint32Array(1_024);
  #text = new Uint32Array(1_024);

  constructor(index: SearchIndex) {
    this.#index = index;
  }

  /** Undefined for papers that the index does not hold. */
  of(id: string): Stamp | undefined {
    const number = this.#index.find(id);
    return number < 0 ? undefined : { facts: this.#facts[number] ?? 0, text: this.#text[number] ?? 0 };
  }

  set(id: string, { facts, text }: Stamp): void {
    const number = this.#index.find(id);
    if (number >= this.#facts.length) {
      this.#facts = longer(this.#facts, number);
      this.#text = longer(this.#text, number);
    }
    this.#facts[number] = facts;
    this.#text[number] = text;
  }
}

function longer(old: Uint32Array<ArrayBuffer>, number: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.ceil((number + 1) * 1.25));
  larger.set(old);
  return larger;
}
