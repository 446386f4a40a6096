import { countTerms, packTerms, packVector } from '@/src/search';
import { BUILT_IN_MODEL, builtInModel } from './built-in-model';

/** What is stored of a paper for searching. */
export type SearchRow = { model: string; vector: Uint8Array; terms: Uint8Array };

/** Computes terms and vector of a paper's plain text; about a fifth of a millisecond. */
export function prepareSearch(paper: { titleText: string; abstractText: string }): SearchRow {
  const text = { title: paper.titleText, abstract: paper.abstractText };
  const vector = packVector(builtInModel().encodePaper(text));
  return { model: BUILT_IN_MODEL, vector: new Uint8Array(vector.buffer), terms: packTerms(countTerms(text)) };
}
