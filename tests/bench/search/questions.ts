import type { SearchRequest } from '@/src/search';
import { sharedData } from '../../setup/shared-data';
import { readQueries } from './collection';

/** Questions that people asked, where the recorded ones are there. */
export function realQuestions(): string[] {
  const file = sharedData('ir', 'asq-arxiv', 'queries.jsonl');
  return file === undefined ? [] : readQueries(file).map(({ text }) => text);
}

/** The first page of what words alone ask for. */
export const plainRequest = (text: string): SearchRequest => ({
  text,
  phrases: [],
  without: [],
  authors: [],
  categories: [],
  after: null,
  before: null,
  hasCode: false,
  minVotes: 0,
  sort: 'relevance',
  limit: 25,
  offset: 0,
});
