import type { ReactNode } from 'react';
import { counted } from '@/components/dates';
import { ListBar, type ListHref } from '@/components/feed/list-bar';
import { Pagination } from '@/components/feed/pagination';
import { PaperList } from '@/components/feed/paper-list';
import { TakeAway } from '@/components/feed/take-away';
import { Topics } from '@/components/feed/topics';
import { PageFrame } from '@/components/frame/page-frame';
import { MathFonts } from '@/components/head/math-fonts';
import { PageMeta } from '@/components/head/page-meta';
import { Calendar } from '@/components/period/calendar';
import { EmptyPeriod } from '@/components/period/empty-period';
import { OrderNote } from '@/components/period/order-note';
import { type Neighbour, PeriodEnd, PeriodHead } from '@/components/period/period-head';
import { Rail, RailBlock } from '@/components/period/rail';
import { SampleBanner } from '@/components/sample-banner';
import { SubscribeLine } from '@/components/subscribe/subscribe-line';
import { ASSETS } from '@/lib/next/assets';
import { linksOf } from '@/lib/next/paper-links';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import type { Period, PeriodKind, PeriodPage, QueryParameters } from '@/src/feed';
import { listQuery, parseListOptions, parsePeriod, periodPath, rangeOf, SORTS } from '@/src/feed';
import { categoryName, mapPath, type UtcDay, utcDayOf } from '@/src/shared';
import { periodInWords } from './period-words';
import { Refused } from './refused';
import { tabLinksOf } from './tab-links';

type Asked = {
  kind: PeriodKind;
  key: string;
  query: QueryParameters;
  /** The page's address when it is not the period's own, as for the latest day. */
  path?: string;
};

/** The page of a day, week or month: everything that was shown in it, or why there is nothing. */
export async function periodPage({ kind, key, query, path }: Asked): Promise<ReactNode> {
  const period = parsePeriod(kind, key);
  if (!period.ok) return <Refused refusal={period.refusal} />;
  const options = parseListOptions(query);
  const own = { href: periodPath(period.value), label: 'Read the whole list' };
  if (!options.ok) return <Refused refusal={options.refusal} ways={[own]} />;
  const page = await reads.period(period.value, options.value);
  if (!page.ok) return <Refused refusal={page.refusal} ways={page.refusal.code === 'no-such-page' ? [own] : []} />;
  return (
    <PeriodSheet page={page.value} path={path ?? periodPath(period.value)} today={utcDayOf(reads.requestTime())} />
  );
}

function PeriodSheet({ page, path, today }: { page: PeriodPage; path: string; today: UtcDay }) {
  const { period, options, list, calendar } = page;
  const words = periodInWords(period, today);
  const href: ListHref = (change) => `${path}${listQuery({ ...options, ...change })}`;
  const grid = (
    <Calendar calendar={calendar} selected={period.kind === 'month' ? null : rangeOf(period)} today={today} />
  );
  const previous = neighbour(page.previous, today);
  const next = neighbour(page.next, today);
  const numbers = list.all === 0 ? 'No papers' : inNumbers(page);
  return (
    <PageFrame
      siteName={site().name}
      tab={period.kind}
      tabLinks={tabLinksOf(page)}
      offersMail
      rail={
        <Rail>
          <RailBlock heading="By mail">
            <SubscribeLine />
          </RailBlock>
          <RailBlock heading="Calendar" onlyWide>
            {grid}
          </RailBlock>
          {list.topics.length > 0 && (
            <RailBlock heading={`Topics of the ${period.kind}`}>
              <Topics topics={list.topics} chosen={options.category} href={href} />
            </RailBlock>
          )}
          <RailBlock heading="Take it along">
            <TakeAway path={periodPath(period)} />
          </RailBlock>
          <RailBlock heading="How the order is made">
            <OrderNote kind="votes" />
          </RailBlock>
        </Rail>
      }
    >
      <PageMeta
        site={site()}
        title={options.page === 1 ? words.label : `${words.label}, page ${options.page}`}
        description={`${numbers} ${words.when}, most votes first.`}
        canonical={href({ sort: 'votes' })}
        feed={path}
      />
      <MathFonts html={list.cards.flatMap((card) => [card.titleHtml, card.abstractHtml])} fonts={ASSETS.mathFonts} />
      {list.cards.some((card) => card.sample) && <SampleBanner />}
      <PeriodHead
        title={words.title}
        summary={
          <Summary
            period={period}
            numbers={period.kind === 'week' ? `${words.span}: ${numbers}` : numbers}
            map={list.all > 0}
          />
        }
        previous={previous}
        next={next}
        calendar={grid}
      />
      {list.all > 0 || options.category !== null ? (
        <ListBar options={options} href={href} counts={list} sorts={SORTS} />
      ) : null}
      {list.cards.length > 0 ? (
        <PaperList
          label="Papers"
          cards={list.cards}
          linksOf={linksOf}
          today={today}
          leads={options.page === 1 && options.sort === 'votes'}
          marksPicks={options.show === 'all'}
        />
      ) : (
        <EmptyPeriod sentence={emptySentence(page, words.when)} ways={emptyWays({ page, href, previous, next })} />
      )}
      <Pagination page={options.page} pages={page.pages} href={(at) => href({ page: at })} />
      {list.cards.length > 0 && <PeriodEnd previous={previous} next={next} />}
    </PageFrame>
  );
}

const Summary = ({ period, numbers, map }: { period: Period; numbers: string; map: boolean }) => (
  <>
    {numbers}
    {period.kind === 'day' && map && (
      <>
        {' · '}
        <a href={mapPath(period.key)} className="text-ink underline underline-offset-3">
          Map of the day
        </a>
      </>
    )}
  </>
);

const neighbour = (period: Period | null, today: UtcDay): Neighbour | null => {
  if (period === null) return null;
  const { label, short } = periodInWords(period, today);
  return { href: periodPath(period), label, short };
};

function inNumbers({ list, options }: PeriodPage): string {
  const papers = counted(list.all, 'paper');
  const picks = list.picks === 0 ? '' : `, ${counted(list.picks, 'pick')}`;
  return `${papers}${options.category === null ? '' : ` in ${categoryName(options.category)}`}${picks}`;
}

function emptySentence({ options, list }: PeriodPage, when: string): string {
  const narrowed = options.show === 'picks' ? 'picked' : 'listed';
  const where = options.category === null ? '' : ` in ${categoryName(options.category)}`;
  if (options.category !== null || list.all > 0) return `Nothing was ${narrowed}${where} ${when}.`;
  return `No papers were announced ${when}. arXiv announces from Sunday to Thursday evening, so lists are dated Monday to Friday.`;
}

type EmptyProps = { page: PeriodPage; href: ListHref; previous: Neighbour | null; next: Neighbour | null };

function emptyWays({ page: { options, list }, href, previous, next }: EmptyProps): (Neighbour | null)[] {
  const whole = { href: href({ show: 'all', category: null, page: 1 }), label: 'Show everything', short: 'Everything' };
  return options.category !== null || list.all > 0 ? [whole, previous, next] : [previous, next];
}
