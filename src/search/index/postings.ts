import { TERM_BYTES } from '../text/paper-terms';
import { TermTable } from './term-table';

// How often a term occurs is kept in three bits; beyond five it hardly matters any more.
const COUNTS = [1, 2, 3, 4, 5, 6.5, 9, 14] as const;
const levelOf = (count: number): number => (count <= 5 ? count - 1 : count <= 7 ? 5 : count <= 11 ? 6 : 7);

/** The counts that the levels stand for. */
export const LEVEL_COUNTS: readonly number[] = COUNTS;

/**
 * Which papers hold which terms. What is loaded at once is packed: for each term the distance to its last paper and the
 * level of the count in one variable-length number, about two bytes. What comes later is kept beside it, unpacked.
 */
export class Postings {
  readonly terms = new TermTable();
  #papers = new Uint32Array(0);
  #found = new Uint32Array(0);
  #starts = new Uint32Array(1);
  #packed = new Uint8Array(0);
  #later = new Map<number, number[]>();
  // While loading: every posting in the order of the papers, its term's number above the level.
  #loading: { flat: Uint32Array; used: number; ends: number[] } | undefined = {
    flat: new Uint32Array(1 << 16),
    used: 0,
    ends: [],
  };

  get bytes(): number {
    return this.#packed.byteLength + this.#starts.byteLength + this.#found.byteLength + this.terms.bytes;
  }

  /** How many papers hold a term. */
  frequency(term: number): number {
    return (this.#found[term] ?? 0) + (this.#later.get(term)?.length ?? 0);
  }

  /** Adds a paper with its stored terms; papers are numbered upwards. Returns its length in words. */
  add(paper: number, terms: Uint8Array): number {
    const view = new DataView(terms.buffer, terms.byteOffset, terms.byteLength);
    let length = 0;
    for (let at = 0; at + TERM_BYTES <= terms.length; at += TERM_BYTES) {
      const count = terms[at + 4] as number;
      length += count;
      this.#put(paper, this.terms.add(view.getUint32(at, true)), levelOf(count));
    }
    this.#loading?.ends.push(this.#loading.used);
    return length;
  }

  #put(paper: number, term: number, level: number): void {
    const loading = this.#loading;
    if (!loading) {
      const own = this.#later.get(term);
      if (own) own.push(paper * 8 + level);
      else this.#later.set(term, [paper * 8 + level]);
      return;
    }
    if (loading.used === loading.flat.length) {
      const larger = new Uint32Array(loading.flat.length * 2);
      larger.set(loading.flat);
      loading.flat = larger;
    }
    loading.flat[loading.used++] = term * 8 + level;
  }

  /** Packs what was added so far. */
  seal(): void {
    if (!this.#loading) return;
    const { flat, ends } = this.#loading;
    const count = this.terms.size;
    this.#starts = new Uint32Array(count + 1);
    this.#found = new Uint32Array(count);
    this.#papers = new Uint32Array(count);
    eachPosting(flat, ends, (paper, term, level) => {
      const gap = (paper - (this.#papers[term] as number)) * 8 + level;
      this.#papers[term] = paper;
      this.#found[term] = (this.#found[term] as number) + 1;
      this.#starts[term + 1] =
        (this.#starts[term + 1] as number) + (gap < 128 ? 1 : gap < 16_384 ? 2 : gap < 2_097_152 ? 3 : 4);
    });
    for (let term = 0; term < count; term++)
      this.#starts[term + 1] = (this.#starts[term + 1] as number) + (this.#starts[term] as number);
    const packed = new Uint8Array(this.#starts[count] as number);
    const next = this.#starts.slice(0, count);
    this.#papers.fill(0);
    eachPosting(flat, ends, (paper, term, level) => {
      let gap = (paper - (this.#papers[term] as number)) * 8 + level;
      this.#papers[term] = paper;
      let at = next[term] as number;
      for (; gap >= 128; gap >>>= 7) packed[at++] = (gap & 127) | 128;
      packed[at++] = gap;
      next[term] = at;
    });
    this.#packed = packed;
    this.#papers = new Uint32Array(0);
    this.#loading = undefined;
  }

  /**
   * Writes a term's postings into `list`, which has room for every paper: eight times the paper's number, and the level of
   * its count. Returns how many there are. One loop without calls, because a question goes through a hundred thousand.
   */
  read(term: number, list: Uint32Array): number {
    const packed = this.#packed;
    const end = this.#starts[term + 1] ?? 0;
    let paper = 0;
    let used = 0;
    for (let at = this.#starts[term] ?? end; at < end; ) {
      let byte = packed[at++] as number;
      let gap = byte & 127;
      for (let shift = 7; byte >= 128; shift += 7) {
        byte = packed[at++] as number;
        gap |= (byte & 127) << shift;
      }
      paper += gap >>> 3;
      list[used++] = paper * 8 + (gap & 7);
    }
    for (const posting of this.#later.get(term) ?? []) list[used++] = posting;
    return used;
  }
}

function eachPosting(
  flat: Uint32Array,
  ends: readonly number[],
  visit: (paper: number, term: number, level: number) => void,
): void {
  let at = 0;
  for (let paper = 0; paper < ends.length; paper++) {
    for (const end = ends[paper] as number; at < end; at++)
      visit(paper, (flat[at] as number) >>> 3, (flat[at] as number) & 7);
  }
}
