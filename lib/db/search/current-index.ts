import type postgres from 'postgres';
import { SearchIndex } from '@/src/search';
import { eachIndexRow, eachStamp, readIndexRows, type StampedPaper } from './index-rows';
import { IndexStamps } from './index-stamps';
import { BUILT_IN_SOURCE, type VectorSource } from './vector-source';

const PAPERS_AT_ONCE = 500;

/** An index that is brought up to what the database holds. */
export class CurrentIndex {
  readonly source: VectorSource;
  readonly index: SearchIndex;
  readonly #sql: postgres.Sql;
  readonly #stamps: IndexStamps;

  constructor(sql: postgres.Sql, source: VectorSource = BUILT_IN_SOURCE) {
    this.#sql = sql;
    this.source = source;
    this.index = new SearchIndex(source.dimensions);
    this.#stamps = new IndexStamps(this.index);
  }

  /** Loads every paper, and packs them. */
  async load(): Promise<void> {
    await eachIndexRow(this.#sql, this.source, (paper) => this.#take(paper));
    this.index.seal();
  }

  /** Reads these papers anew; those that are gone, or wait for their terms and vector, leave the index. */
  async refresh(ids: readonly string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += PAPERS_AT_ONCE) {
      const part = ids.slice(at, at + PAPERS_AT_ONCE);
      const gone = new Set(part);
      for (const paper of await readIndexRows(this.#sql, this.source, part)) {
        this.#take(paper);
        gone.delete(paper.id);
      }
      for (const id of gone) this.index.remove(id);
    }
  }

  /** Compares every paper with the database and reads what differs. Returns whether some lack terms and vector. */
  async compare(): Promise<{ lacking: boolean }> {
    const changed: string[] = [];
    const seen = new Uint8Array(this.index.size);
    let lacking = false;
    await eachStamp(this.#sql, this.source, ({ id, facts, text }) => {
      const number = this.index.find(id);
      if (number >= 0) seen[number] = 1;
      const known = this.#stamps.of(id);
      if (text === undefined) lacking = true;
      if (text === undefined ? known !== undefined : known?.facts !== facts || known.text !== text) changed.push(id);
    });
    for (let number = 0; number < seen.length; number++) {
      if (seen[number] === 1) continue;
      const id = this.index.ids.at(number);
      if (this.index.find(id) === number) changed.push(id);
    }
    await this.refresh(changed);
    return { lacking };
  }

  #take(paper: StampedPaper): void {
    if (this.#stamps.of(paper.id)?.text === paper.text) this.index.amend(paper.id, paper);
    else this.index.put(paper);
    this.#stamps.set(paper.id, paper);
  }
}
