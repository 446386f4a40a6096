import type { ReactNode } from 'react';
import { Pagination } from '@/components/feed/pagination';
import { PaperList } from '@/components/feed/paper-list';
import { TakeAway } from '@/components/feed/take-away';
import { PageFrame } from '@/components/frame/page-frame';
import { MathFonts } from '@/components/head/math-fonts';
import { PageMeta } from '@/components/head/page-meta';
import { Rail, RailBlock } from '@/components/period/rail';
import { SampleBanner } from '@/components/sample-banner';
import { SubscribeLine } from '@/components/subscribe/subscribe-line';
import { ASSETS } from '@/lib/next/assets';
import { linksOf } from '@/lib/next/paper-links';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { type Found, listQuery } from '@/src/feed';
import { utcDayOf } from '@/src/shared';

type Props = {
  heading: string;
  summary: ReactNode;
  description: string;
  path: string;
  list: Found;
  page: number;
  pages: number;
};

/** Papers that have something in common, newest first. */
export const FoundPage = ({ heading, summary, description, path, list, page, pages }: Props) => (
  <PageFrame
    siteName={site().name}
    offersMail
    rail={
      <Rail>
        <RailBlock heading="By mail">
          <SubscribeLine />
        </RailBlock>
        <RailBlock heading="Take it along">
          <TakeAway path={path} />
        </RailBlock>
      </Rail>
    }
  >
    <PageMeta
      site={site()}
      title={page === 1 ? heading : `${heading}, page ${page}`}
      description={description}
      canonical={`${path}${listQuery({ page })}`}
      feed={path}
    />
    <MathFonts html={list.cards.flatMap((card) => [card.titleHtml, card.abstractHtml])} fonts={ASSETS.mathFonts} />
    {list.cards.some((card) => card.sample) && <SampleBanner />}
    <div className="max-w-[44rem]">
      <h1 className="headline">{heading}</h1>
      <p className="mt-2 mb-4 border-b border-rule pb-4 text-[0.9375rem] text-quiet">{summary}</p>
      <PaperList label="Papers" cards={list.cards} linksOf={linksOf} today={utcDayOf(reads.requestTime())} />
      <Pagination page={page} pages={pages} href={(at) => `${path}${listQuery({ page: at })}`} />
    </div>
  </PageFrame>
);
