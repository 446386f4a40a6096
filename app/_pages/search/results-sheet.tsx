import { counted } from '@/components/dates';
import { Pagination } from '@/components/feed/pagination';
import { PaperList } from '@/components/feed/paper-list';
import { TakeAway } from '@/components/feed/take-away';
import { PageFrame } from '@/components/frame/page-frame';
import { MathFonts } from '@/components/head/math-fonts';
import { PageMeta } from '@/components/head/page-meta';
import { Rail, RailBlock } from '@/components/period/rail';
import { SearchBar } from '@/components/search/search-bar';
import { SearchForm } from '@/components/search/search-form';
import { SearchHelp } from '@/components/search/search-help';
import { Corrections, Problems } from '@/components/search/search-notes';
import { ASSETS } from '@/lib/next/assets';
import { linksOf } from '@/lib/next/paper-links';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import type { QueryProblem, SearchPage, SearchQuery } from '@/src/search';
import { activeFilters, insteadOf, SEARCH_SORTS, searchPath, sortOf } from '@/src/search';
import { utcDayOf } from '@/src/shared';
import { SearchFilters } from './search-filters';

type Props = { query: SearchQuery; text: string; problems: readonly QueryProblem[]; found: SearchPage };

export function ResultsSheet({ query, text, problems, found }: Props) {
  const { answer, cards, page, pages } = found;
  const today = utcDayOf(reads.requestTime());
  const filters = <SearchFilters query={query} found={found} today={today} />;
  const isEmpty = cards.length === 0;
  const corrections = answer.corrections.map((one) => ({
    ...one,
    insteadHref: searchPath(insteadOf(query, one.typed)),
  }));
  return (
    <PageFrame
      siteName={site().name}
      tab="search"
      rail={
        <Rail>
          {!isEmpty && <div className="flex flex-col gap-9 max-wide:hidden">{filters}</div>}
          <RailBlock heading="Take it along">
            <TakeAway path={`/papers?${new URLSearchParams({ q: text })}`} />
          </RailBlock>
          <RailBlock heading="How to search">
            <p className="text-sm text-quiet">
              “Phrases”, -without, author:, cat:, after:, before:, has:code, min:, sort:.{' '}
              <a href="/search" className="text-ink underline underline-offset-3">
                All of it, with examples
              </a>
            </p>
          </RailBlock>
        </Rail>
      }
    >
      <PageMeta
        site={site()}
        title={`${text} · Search`}
        description={`Papers that match ${text}.`}
        feed={`/papers?${new URLSearchParams({ q: text })}`}
      />
      <MathFonts html={cards.flatMap((card) => [card.titleHtml, card.abstractHtml])} fonts={ASSETS.mathFonts} />
      <h1 className="sr-only">Results for {text}</h1>
      <SearchForm text={text} />
      <div className="mt-5">
        <Problems problems={problems} />
        <Corrections corrections={corrections} />
        {isEmpty ? <NothingFound query={query} /> : <Summary found={found} />}
      </div>
      {!isEmpty && (
        <>
          <details className="no-print mb-3 wide:hidden">
            <summary className="sheet-button">Filters</summary>
            <div className="flex flex-col gap-6 border-b border-rule py-4">{filters}</div>
          </details>
          <SearchBar
            filters={activeFilters(query).map(({ label, without }) => ({ label, href: searchPath(without) }))}
            sorts={
              // What only comes near has one order.
              answer.complete
                ? SEARCH_SORTS.map((sort) => ({
                    sort,
                    chosen: sort === sortOf(query),
                    href: searchPath({ ...query, sort }),
                  }))
                : []
            }
          />
          <PaperList label="Results" cards={cards} linksOf={linksOf} today={today} />
          <Pagination page={page} pages={pages} href={(at) => searchPath(query, at)} />
          <form method="post" action="/saved/save-search" className="no-print mt-6">
            <input type="hidden" name="q" value={text} />
            <button type="submit" className="sheet-button">
              Save this search
            </button>
          </form>
        </>
      )}
    </PageFrame>
  );
}

/** The database stops counting at a round number. */
const isCapped = ({ backend, total }: SearchPage['answer']): boolean =>
  backend === 'postgres' && total >= 1_000 && total % 1_000 === 0;

const NEAR = {
  memory: 'near in their words or in what they are about, the nearest first',
  postgres: 'with some of the words, those with most of them first',
} as const;

function Summary({ found: { answer, page, pages } }: { found: SearchPage }) {
  const count = isCapped(answer) ? `${counted(answer.total, 'paper')} or more` : counted(answer.total, 'paper');
  const where = page > 1 ? `, page ${page} of ${pages}` : '';
  if (answer.complete) {
    return (
      <p className="mb-3 text-[0.9375rem] text-quiet" role="status">
        {count}
        {where}
      </p>
    );
  }
  return (
    <p className="notice mb-4" role="status">
      <strong className="font-semibold">Nothing matches all of it.</strong> These come near: {count}{' '}
      {NEAR[answer.backend]}
      {where}.
    </p>
  );
}

function NothingFound({ query }: { query: SearchQuery }) {
  const filters = activeFilters(query);
  return (
    <div className="border-t border-rule pt-8 pb-4">
      <p className="max-w-[30rem] font-serif text-xl leading-snug">No paper here matches that.</p>
      {filters.length > 0 && (
        <>
          <p className="mt-4 text-[0.9375rem] text-quiet">There may be some without one of the filters:</p>
          <div className="mt-3 flex flex-wrap gap-3">
            {filters.map(({ label, without }) => (
              <a key={label} href={searchPath(without)} className="sheet-button">
                Not only {label}
              </a>
            ))}
          </div>
        </>
      )}
      <section className="mt-9" aria-labelledby="search-help">
        <h2 className="rail-heading mb-4" id="search-help">
          What a search can say
        </h2>
        <SearchHelp />
      </section>
    </div>
  );
}
