import { PaperColumns, type PaperFacts } from './paper-columns';
import { PaperIds } from './paper-ids';
import { Postings } from './postings';
import { Room } from './room';
import { Vectors } from './vectors';

/** A paper as the index takes it: facts, stored terms and vector. */
export type IndexedPaper = PaperFacts & { id: string; terms: Uint8Array; vector: Int8Array };

/**
 * All papers in typed arrays. Loaded at once and sealed; then papers may be put in, changed and removed. A paper whose
 * text changed gets a new number, and its old one finds nothing any more.
 */
export class SearchIndex {
  readonly ids = new PaperIds();
  readonly columns = new PaperColumns();
  readonly postings = new Postings();
  readonly vectors: Vectors;
  readonly #room = new Room();
  #words = 0;
  #alive = 0;
  #outdated = 0;

  constructor(dimensions: number, papers = 0) {
    this.vectors = new Vectors(dimensions);
    this.#reserve(papers);
  }

  /** Numbers given out, those of outdated papers too. */
  get size(): number {
    return this.ids.size;
  }

  /** Papers that can be found. */
  get papers(): number {
    return this.#alive;
  }

  /** Numbers that are out of use; many of them are a reason to load anew. */
  get outdated(): number {
    return this.#outdated;
  }

  get averageLength(): number {
    return this.size === 0 ? 1 : Math.max(1, this.#words / this.size);
  }

  /** What the arrays take. */
  get bytes(): number {
    return this.ids.bytes + this.columns.bytes + this.postings.bytes + this.vectors.bytes + this.#room.bytes;
  }

  /** Cleared room for a question; whoever has it must be done before the next one asks. */
  room(): Room {
    return this.#room.cleared(this.size);
  }

  /** Puts a paper in, in place of the one with the same id. */
  put(paper: IndexedPaper): void {
    this.remove(paper.id);
    const number = this.ids.add(paper.id);
    this.#reserve(number + 1);
    this.columns.set(number, paper);
    this.vectors.set(number, paper.vector);
    const length = this.postings.add(number, paper.terms);
    this.columns.setLength(number, length);
    this.#words += length;
    this.#alive++;
  }

  /** Changes what is known of a paper besides its text. False where the index does not hold it. */
  amend(id: string, facts: PaperFacts): boolean {
    const number = this.find(id);
    if (number < 0) return false;
    this.columns.set(number, facts);
    return true;
  }

  remove(id: string): void {
    const number = this.find(id);
    if (number < 0) return;
    this.ids.forget(id);
    this.columns.flags[number] = 0;
    this.#alive--;
    this.#outdated++;
  }

  /** A paper's number, or -1. */
  find(id: string): number {
    return this.ids.find(id);
  }

  /** Packs what was put in so far. */
  seal(): void {
    this.postings.seal();
  }

  #reserve(papers: number): void {
    this.columns.reserve(papers);
    this.vectors.reserve(papers);
  }
}
