import type { Model } from '@/src/search';
import { countTerms, packTerms, packVector, rank, readWords, SearchIndex, scoreWords } from '@/src/search';
import type { Document } from './collection';

/** Ranks documents for a query, best first. */
export type Ranker = (query: string, depth: number) => string[];

/** An index over documents, without a database. */
export function indexOf(documents: readonly Document[], model: Model): SearchIndex {
  const index = new SearchIndex(model.dimensions, documents.length);
  const facts = { day: 0, votes: 0, hasCode: false, categories: [], hidden: false, withdrawn: false };
  for (const { id, title, text } of documents) {
    const paper = { title, abstract: text };
    const vector = packVector(model.encodePaper(paper));
    index.put({ ...facts, id, terms: packTerms(countTerms(paper)), vector });
  }
  index.seal();
  return index;
}

/** Our rankers: words alone, meaning alone, and both with feedback. */
export function rankersOf(index: SearchIndex, model: Model): { bm25: Ranker; dense: Ranker; fused: Ranker } {
  const run = (query: string, depth: number, kind: 'bm25' | 'dense' | 'fused'): string[] => {
    const room = index.room();
    room.allowed.fill(1);
    const read = readWords(index, query);
    const bound = kind === 'dense' ? 0 : scoreWords(index, read.terms, room);
    const vector = kind === 'bm25' ? undefined : model.encode(read.text);
    const { papers } = rank(index, { bound, vector, room, feedback: kind === 'fused' });
    return Array.from(papers.subarray(0, depth), (paper) => index.ids.at(paper));
  };
  return {
    bm25: (query, depth) => run(query, depth, 'bm25'),
    dense: (query, depth) => run(query, depth, 'dense'),
    fused: (query, depth) => run(query, depth, 'fused'),
  };
}
