import type { Card } from '@/src/feed';
import type { PaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { type TimeFacet, timeFacet } from './facets';
import { markAbstract } from './mark-abstract';
import { markHtml } from './mark-html';
import { requestOf } from './query/request-of';
import type { SearchQuery } from './query/search-query';
import type { SearchAnswer, SearchStore } from './search-store';
import { termMatcher } from './term-matcher';
import { SearchTooBroad } from './too-broad';

const RESULTS_A_PAGE = 30;
/** Nobody reads on after so many pages, and a filter serves better. */
const MOST_PAGES = 34;

/** The cards of papers, in the order of the ids. */
export type CardReader = { cards(ids: readonly PaperId[]): Promise<Card[]> };

export type SearchPage = {
  answer: SearchAnswer;
  /** With the words that were looked for in `<mark>`. */
  cards: Card[];
  page: number;
  pages: number;
  time: TimeFacet;
};

export type SearchRefusal = Refusal<'too-broad' | 'no-such-page'>;

/** Searches and reads a page of results. Refuses pages after the last and searches that take too long. */
export async function readSearch(
  { search, feed }: { search: SearchStore; feed: CardReader },
  { query, page }: { query: SearchQuery; page: number },
): Promise<Result<SearchPage, SearchRefusal>> {
  const offset = (page - 1) * RESULTS_A_PAGE;
  if (page > MOST_PAGES) return noSuchPage(MOST_PAGES);
  const answer = await answerTo(search, requestOf(query, { limit: RESULTS_A_PAGE, offset }));
  if (answer instanceof SearchTooBroad) return refuse('too-broad', answer.message);
  const pages = Math.min(MOST_PAGES, Math.max(1, Math.ceil(answer.total / RESULTS_A_PAGE)));
  if (page > pages) return noSuchPage(pages);
  const cards = await feed.cards(answer.hits.map(({ id }) => id));
  const matcher = termMatcher(answer.terms);
  return ok({
    answer,
    cards: cards.map((card) => ({
      ...card,
      titleHtml: markHtml(card.titleHtml, matcher),
      abstractHtml: markAbstract(card.abstractHtml, matcher),
    })),
    page,
    pages,
    time: timeFacet(answer.facets.months, query),
  });
}

const answerTo = (search: SearchStore, request: Parameters<SearchStore['search']>[0]) =>
  search.search(request).catch((error: unknown) => {
    if (error instanceof SearchTooBroad) return error;
    throw error;
  });

const noSuchPage = (last: number) =>
  refuse('no-such-page', last === 1 ? 'These results have only one page.' : `These results end at page ${last}.`);
