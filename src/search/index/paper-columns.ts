import { grown } from './grown';

/** What of a paper is filtered, sorted and counted by. `day` counts from 1970-01-01. */
export type PaperFacts = {
  day: number;
  votes: number;
  hasCode: boolean;
  categories: readonly string[];
  hidden: boolean;
  withdrawn: boolean;
};

export const FLAGS = { shown: 1, code: 2, withdrawn: 4 } as const;

/** A paper's length in words is kept in classes of two words; the longest share one. */
export const LENGTHS = { step: 2, classes: 256 } as const;

/** Facts about papers, a column each. */
export class PaperColumns {
  day = new Uint16Array(0);
  votes = new Int32Array(0);
  flags = new Uint8Array(0);
  /** The class of the length. */
  length = new Uint8Array(0);
  /** Papers of the same categories share a number. */
  group = new Uint32Array(0);
  readonly groups: (readonly string[])[] = [];
  readonly #groupOf = new Map<string, number>();

  get bytes(): number {
    const columns = [this.day, this.votes, this.flags, this.length, this.group];
    return columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  reserve(papers: number): void {
    this.day = grown(this.day, papers);
    this.votes = grown(this.votes, papers);
    this.flags = grown(this.flags, papers);
    this.length = grown(this.length, papers);
    this.group = grown(this.group, papers);
  }

  set(paper: number, { day, votes, hasCode, categories, hidden, withdrawn }: PaperFacts): void {
    this.day[paper] = Math.max(0, day);
    this.votes[paper] = votes;
    this.flags[paper] = (hidden ? 0 : FLAGS.shown) | (hasCode ? FLAGS.code : 0) | (withdrawn ? FLAGS.withdrawn : 0);
    this.group[paper] = this.#group(categories);
  }

  setLength(paper: number, words: number): void {
    this.length[paper] = Math.min(LENGTHS.classes - 1, Math.round(words / LENGTHS.step));
  }

  #group(categories: readonly string[]): number {
    const key = categories.join(' ');
    let known = this.#groupOf.get(key);
    if (known === undefined) {
      known = this.groups.push([...categories]) - 1;
      this.#groupOf.set(key, known);
    }
    return known;
  }
}
