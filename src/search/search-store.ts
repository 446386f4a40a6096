import type { PaperId } from '@/src/papers';
import type { SearchRequest } from './search-request';

/** Higher scores are nearer; scores of different searches cannot be compared. */
export type SearchHit = { id: PaperId; score: number };

/** What a search found. */
export type SearchAnswer = {
  hits: SearchHit[];
  /** Matches counted, up to a cap of the backend's. */
  total: number;
  /** False: nothing matches all of it, and these come near. */
  complete: boolean;
  /** One-letter misspellings that were forgiven. */
  corrections: { typed: string; used: string }[];
  /** Stems or words to mark in what is shown. */
  terms: string[];
  /** What the matches hold, up to the same cap. Months are `YYYY-MM`, oldest first. */
  facets: {
    months: { month: string; count: number }[];
    categories: { code: string; count: number }[];
    withCode: number;
  };
  backend: 'memory' | 'postgres';
};

/** A paper's kin. `shared` are the weightiest terms that both have, as readable words. */
export type SimilarPaper = { id: PaperId; score: number; shared: string[] };

export type SimilarOptions = { limit: number; side: 'any' | 'newer' | 'older' };

/** What a reader may be typing. `key` is the paper's id, the author's key or the category's code. */
export type Suggestion = { kind: 'title' | 'author' | 'category'; text: string; key: string };

/** What searching needs of an index. Hidden papers are never found. */
export interface SearchStore {
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** Nearest first, without the paper itself; empty for papers that the index does not hold. */
  similar(id: PaperId, options: SimilarOptions): Promise<SimilarPaper[]>;
  /** Titles, authors and categories that begin with what was typed. */
  suggest(prefix: string, limit: number): Promise<Suggestion[]>;
}
