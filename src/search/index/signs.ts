/** The signs of a vector, a bit each. */
export function signsOf(vector: ArrayLike<number>, words: number): Uint32Array {
  const signs = new Uint32Array(words);
  for (let at = 0; at < vector.length; at++)
    if ((vector[at] as number) > 0) signs[at >> 5] = (signs[at >> 5] as number) | (1 << (at & 31));
  return signs;
}

/** In how many bits the words from `start` differ from `query`, up to its word `end`. */
export function differing(signs: Uint32Array, start: number, query: Uint32Array, end: number): number {
  let distance = 0;
  for (let word = 0; word < end; word++) {
    const sums = bytesOf(foursOf((signs[start + word] as number) ^ (query[word] as number)));
    distance += Math.imul(sums, 0x01010101) >>> 24;
  }
  return distance;
}

/** Bits counted in groups of four, at most four in each; three such words may be added up. */
export function foursOf(bits: number): number {
  const two = bits - ((bits >>> 1) & 0x55555555);
  return (two & 0x33333333) + ((two >>> 2) & 0x33333333);
}

/** The groups of four added up to bytes. */
export const bytesOf = (fours: number): number => (fours & 0x0f0f0f0f) + ((fours >>> 4) & 0x0f0f0f0f);
