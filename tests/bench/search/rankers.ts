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
  const allowed = new Uint8Array(index.size).fill(1);
  const run = (query: string, depth: number, kind: 'bm25' | 'dense' | 'fused'): string[] => {
    const words = new Float32Array(index.size);
    const read = readWords(index, query);
    if (kind !== 'dense') scoreWords(index, read.terms, { scores: words, met: new Uint8Array(index.size) });
    const vector = kind === 'bm25' ? undefined : model.encode(read.text);
    const distances = new Uint16Array(index.size);
    const { order } = rank(index, { words, vector, allowed, distances, feedback: kind === 'fused' });
    return Array.from(order.subarray(0, depth), (paper) => index.ids.at(paper));
  };
  return {
    bm25: (query, depth) => run(query, depth, 'bm25'),
    dense: (query, depth) => run(query, depth, 'dense'),
    fused: (query, depth) => run(query, depth, 'fused'),
  };
}
