import type { ReactNode } from 'react';
import { ListBar, type ListHref } from '@/components/feed/list-bar';
import { Pagination } from '@/components/feed/pagination';
import { PaperList } from '@/components/feed/paper-list';
import { TakeAway } from '@/components/feed/take-away';
import { PageFrame } from '@/components/frame/page-frame';
import { MathFonts } from '@/components/head/math-fonts';
import { PageMeta } from '@/components/head/page-meta';
import { EmptyPeriod } from '@/components/period/empty-period';
import { OrderNote } from '@/components/period/order-note';
import { Rail, RailBlock } from '@/components/period/rail';
import { SampleBanner } from '@/components/sample-banner';
import { SubscribeLine } from '@/components/subscribe/subscribe-line';
import { ASSETS } from '@/lib/next/assets';
import { linksOf } from '@/lib/next/paper-links';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { listQuery, parseListOptions, type QueryParameters } from '@/src/feed';
import { categoryName, TRENDING_PATH, utcDayOf } from '@/src/shared';
import { CarriedCategories } from './carried-categories';
import { Refused } from './refused';

const OWN = { href: TRENDING_PATH, label: 'Read what is trending' };

/** What is trending over all days. */
export async function trendingPage(query: QueryParameters): Promise<ReactNode> {
  const options = parseListOptions(query);
  if (!options.ok) return <Refused refusal={options.refusal} ways={[OWN]} />;
  const page = await reads.trending(options.value);
  if (!page.ok) return <Refused refusal={page.refusal} ways={[OWN]} />;
  const { list, pages } = page.value;
  const { category, show, page: at } = options.value;
  const href: ListHref = (change) => `${TRENDING_PATH}${listQuery({ ...options.value, sort: 'votes', ...change })}`;
  const where = category === null ? 'all days' : `all days, in ${categoryName(category)}`;
  return (
    <PageFrame
      siteName={site().name}
      tab="trending"
      offersMail
      rail={
        <Rail>
          <RailBlock heading="By mail">
            <SubscribeLine />
          </RailBlock>
          <RailBlock heading="Categories">
            <CarriedCategories chosen={category} href={(code) => href({ category: code, page: 1 })} />
          </RailBlock>
          <RailBlock heading="Take it along">
            <TakeAway path={TRENDING_PATH} />
          </RailBlock>
          <RailBlock heading="How the order is made">
            <OrderNote kind="trending" />
          </RailBlock>
        </Rail>
      }
    >
      <PageMeta
        site={site()}
        title={at === 1 ? 'Trending' : `Trending, page ${at}`}
        description="The papers of all days by votes and age: each doubling of votes makes up for two days."
        canonical={href({})}
        feed={TRENDING_PATH}
      />
      <MathFonts html={list.cards.flatMap((card) => [card.titleHtml, card.abstractHtml])} fonts={ASSETS.mathFonts} />
      {list.cards.some((card) => card.sample) && <SampleBanner />}
      <h1 className="headline">Trending</h1>
      <p className="mt-2 mb-4 text-[0.9375rem] text-quiet">Over {where}, by votes and age</p>
      <ListBar options={options.value} href={href} />
      {list.cards.length > 0 ? (
        <PaperList
          label="Papers"
          cards={list.cards}
          linksOf={linksOf}
          today={utcDayOf(reads.requestTime())}
          leads={at === 1}
          marksPicks={show === 'all'}
        />
      ) : (
        <EmptyPeriod sentence="Nothing is trending here yet." ways={[OWN]} />
      )}
      <Pagination page={at} pages={pages} href={(to) => href({ page: to })} />
    </PageFrame>
  );
}
