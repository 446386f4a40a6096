import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { pageNumber } from '@/lib/next/page-number';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import * as reads from '@/lib/next/reads';
import { isBlank, parseQuery, pastedReference, printQuery, searchPath } from '@/src/search';
import { paperPath } from '@/src/shared';
import { Refused } from '../refused';
import { ResultsSheet } from './results-sheet';
import { SearchStart } from './search-start';

/** What `/papers?q=…` shows: results, the paper that an id or address names, or how to search. */
export async function searchPage(query: Query): Promise<ReactNode> {
  const typed = (await queryValue(query, 'q')) ?? '';
  const pasted = pastedReference(typed);
  if (pasted && 'id' in pasted) redirect(paperPath(pasted.id));
  const parsed = parseQuery(typed);
  const problems = pasted ? [{ typed, message: pasted.problem }, ...parsed.problems] : parsed.problems;
  if (isBlank(parsed.query)) return <SearchStart text={typed} problems={problems} />;
  const page = await reads.search(parsed.query, await pageNumber(query));
  if (!page.ok) {
    const first = { href: searchPath(parsed.query), label: 'The first page of results' };
    const start = { href: '/search', label: 'How to search' };
    return <Refused refusal={page.refusal} ways={page.refusal.code === 'no-such-page' ? [first] : [start]} />;
  }
  return <ResultsSheet query={parsed.query} text={printQuery(parsed.query)} problems={problems} found={page.value} />;
}
