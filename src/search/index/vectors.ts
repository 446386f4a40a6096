import { grown } from './grown';

/** Directions in one byte a dimension, and their signs as a sieve: what lies near has most signs in common. */
export class Vectors {
  readonly dimensions: number;
  readonly #words: number;
  #packed = new Int8Array(0);
  #signs = new Uint32Array(0);
  #scales = new Float32Array(0);

  constructor(dimensions: number) {
    this.dimensions = dimensions;
    this.#words = Math.ceil(dimensions / 32);
  }

  get bytes(): number {
    return this.#packed.byteLength + this.#signs.byteLength + this.#scales.byteLength;
  }

  reserve(papers: number): void {
    this.#packed = grown(this.#packed, papers * this.dimensions);
    this.#signs = grown(this.#signs, papers * this.#words);
    this.#scales = grown(this.#scales, papers);
  }

  set(paper: number, vector: Int8Array): void {
    this.#packed.set(vector, paper * this.dimensions);
    let square = 0;
    for (const value of vector) square += value * value;
    this.#scales[paper] = square === 0 ? 0 : 1 / Math.sqrt(square);
    this.#signs.set(signsOf(vector, this.#words), paper * this.#words);
  }

  /** The paper's direction at length one. */
  get(paper: number): Float32Array {
    const start = paper * this.dimensions;
    const scale = this.#scales[paper] ?? 0;
    return Float32Array.from(this.#packed.subarray(start, start + this.dimensions), (value) => value * scale);
  }

  /** The cosine between a unit vector and a paper's. */
  cosine(query: Float32Array, paper: number): number {
    const [packed, width] = [this.#packed, this.dimensions];
    const start = paper * width;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let at = 0; at < width; at += 4) {
      a += (query[at] as number) * (packed[start + at] as number);
      b += (query[at + 1] as number) * (packed[start + at + 1] as number);
      c += (query[at + 2] as number) * (packed[start + at + 2] as number);
      d += (query[at + 3] as number) * (packed[start + at + 3] as number);
    }
    return (a + b + c + d) * (this.#scales[paper] as number);
  }

  /** Writes into `distances` how many signs of each paper differ from the query's. */
  sieve(query: Float32Array, papers: number, distances: Uint16Array): void {
    if (this.#words !== 8) {
      this.#sieveAny(query, papers, distances);
      return;
    }
    const s = this.#signs;
    const q = signsOf(query, 8);
    const [a, b, c, d, e, f, g, h] = q as unknown as [number, number, number, number, number, number, number, number];
    for (let paper = 0, at = 0; paper < papers; paper++, at += 8) {
      const three =
        (pairs((s[at] as number) ^ a) + pairs((s[at + 1] as number) ^ b) + pairs((s[at + 2] as number) ^ c)) | 0;
      const more =
        (pairs((s[at + 3] as number) ^ d) + pairs((s[at + 4] as number) ^ e) + pairs((s[at + 5] as number) ^ f)) | 0;
      const last = pairs((s[at + 6] as number) ^ g) + pairs((s[at + 7] as number) ^ h);
      const sums = bytesOf(three) + bytesOf(more) + bytesOf(last);
      distances[paper] = (sums & 0xff) + ((sums >>> 8) & 0xff) + ((sums >>> 16) & 0xff) + (sums >>> 24);
    }
  }

  #sieveAny(query: Float32Array, papers: number, distances: Uint16Array): void {
    const q = signsOf(query, this.#words);
    for (let paper = 0; paper < papers; paper++) {
      let distance = 0;
      for (let word = 0; word < this.#words; word++) {
        const sums = bytesOf(pairs((this.#signs[paper * this.#words + word] as number) ^ (q[word] as number)));
        distance += Math.imul(sums, 0x01010101) >>> 24;
      }
      distances[paper] = distance;
    }
  }
}

// Bits counted in groups of four, at most four in each; three such words may be added up.
function pairs(bits: number): number {
  const two = bits - ((bits >>> 1) & 0x55555555);
  return (two & 0x33333333) + ((two >>> 2) & 0x33333333);
}

const bytesOf = (fours: number): number => (fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f);

function signsOf(vector: ArrayLike<number>, words: number): Uint32Array {
  const signs = new Uint32Array(words);
  for (let at = 0; at < vector.length; at++)
    if ((vector[at] as number) > 0) signs[at >> 5] = (signs[at >> 5] as number) | (1 << (at & 31));
  return signs;
}
