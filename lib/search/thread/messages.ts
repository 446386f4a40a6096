import type { FoundElsewhere, Near, SearchAnswer, SearchRequest, SimilarOptions } from '@/src/search';
import type { EmbedderSettings } from '../embedders/settings';

/** What the search thread is started with. */
export type ThreadData = {
  databaseUrl: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** A model besides the built-in one. */
  embedder?: EmbedderSettings | undefined;
};

export type Question =
  | { kind: 'search'; request: SearchRequest; elsewhere: FoundElsewhere }
  | { kind: 'similar'; paper: string; terms: Uint8Array; options: SimilarOptions }
  | { kind: 'weights'; stems: string[] }
  | { kind: 'stats' };

/** How much the index holds, what its arrays take, and how long loading took. */
export type IndexStats = { papers: number; outdated: number; bytes: number; loadMs: number };

export type Answers = { search: SearchAnswer; similar: Near[]; weights: number[]; stats: IndexStats };

/** @public */
export type Asked = { call: number; question: Question };
export type Told =
  | { kind: 'ready' }
  | { kind: 'answer'; call: number; answer: Answers[keyof Answers] }
  | { kind: 'failed'; call: number; message: string };
