import { grown } from './grown';
import { differing, signsOf } from './signs';

/** A query's numbers in whole steps multiply faster; so many steps are exact to the fourth decimal of a cosine. */
const STEPS = 4_096;

/** Directions in one byte a dimension, and their signs: what lies near has most signs in common. */
export class Vectors {
  readonly dimensions: number;
  /** Words of 32 signs that a vector takes. */
  readonly words: number;
  #packed = new Int8Array(0);
  #signs = new Uint32Array(0);
  #scales = new Float32Array(0);

  constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.words = Math.ceil(dimensions / 32);
  }

  get bytes(): number {
    return this.#packed.byteLength + this.#signs.byteLength + this.#scales.byteLength;
  }

  /** Every paper's signs, `words` each. */
  get signs(): Uint32Array {
    return this.#signs;
  }

  reserve(papers: number): void {
    this.#packed = grown(this.#packed, papers * this.dimensions);
    this.#signs = grown(this.#signs, papers * this.words);
    this.#scales = grown(this.#scales, papers);
  }

  set(paper: number, vector: Int8Array): void {
    this.#packed.set(vector, paper * this.dimensions);
    let square = 0;
    for (const value of vector) square += value * value;
    this.#scales[paper] = square === 0 ? 0 : 1 / Math.sqrt(square);
    this.#signs.set(signsOf(vector, this.words), paper * this.words);
  }

  /** The paper's direction at length one. */
  get(paper: number): Float32Array {
    const start = paper * this.dimensions;
    const scale = this.#scales[paper] ?? 0;
    return Float32Array.from(this.#packed.subarray(start, start + this.dimensions), (value) => value * scale);
  }

  /** The cosines between a unit vector and those of papers. */
  cosines(query: Float32Array, papers: Uint32Array): Float64Array {
    const [packed, width, scales] = [this.#packed, this.dimensions, this.#scales];
    const steps = Int32Array.from(query, (value) => Math.round(value * STEPS));
    const found = new Float64Array(papers.length);
    const whole = width - (width % 4);
    for (let next = 0; next < papers.length; next++) {
      const paper = papers[next] as number;
      const start = paper * width;
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let at = 0; at < whole; at += 4) {
        a = (a + Math.imul(steps[at] as number, packed[start + at] as number)) | 0;
        b = (b + Math.imul(steps[at + 1] as number, packed[start + at + 1] as number)) | 0;
        c = (c + Math.imul(steps[at + 2] as number, packed[start + at + 2] as number)) | 0;
        d = (d + Math.imul(steps[at + 3] as number, packed[start + at + 3] as number)) | 0;
      }
      for (let at = whole; at < width; at++) a += (steps[at] as number) * (packed[start + at] as number);
      found[next] = ((a + b + c + d) * (scales[paper] as number)) / STEPS;
    }
    return found;
  }

  /** About the cosine, told from the signs alone. */
  roughCosine(querySigns: Uint32Array, paper: number): number {
    const distance = differing(this.#signs, paper * this.words, querySigns, this.words);
    return Math.cos((Math.PI * distance) / this.dimensions);
  }
}
