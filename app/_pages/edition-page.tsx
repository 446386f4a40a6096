import type { ReactNode } from 'react';
import { counted, dayInWords } from '@/components/dates';
import { PaperList } from '@/components/feed/paper-list';
import { PageFrame } from '@/components/frame/page-frame';
import { MathFonts } from '@/components/head/math-fonts';
import { PageMeta } from '@/components/head/page-meta';
import { EmptyPeriod } from '@/components/period/empty-period';
import { type Neighbour, PeriodEnd } from '@/components/period/period-head';
import { SampleBanner } from '@/components/sample-banner';
import { ASSETS } from '@/lib/next/assets';
import { edition } from '@/lib/next/digest-reads';
import { linksOf } from '@/lib/next/paper-links';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import type { EditionKey, EditionKind, EditionPage } from '@/src/digest';
import { editionPath } from '@/src/digest';
import { dayPath, type UtcDay, utcDayOf } from '@/src/shared';
import { Refused } from './refused';

/** An edition of the digest as everybody can read it. */
export async function editionPage(kind: EditionKind, key: string): Promise<ReactNode> {
  const page = await edition(kind, key);
  if (!page.ok) return <Refused refusal={page.refusal} />;
  return <EditionSheet page={page.value} today={utcDayOf(reads.requestTime())} />;
}

function EditionSheet({ page, today }: { page: EditionPage; today: UtcDay }) {
  const { edition, cards, total, listDay } = page;
  const weekly = edition.kind === 'weekly';
  const day = dayInWords(edition.day, { today, form: 'weekday' });
  const title = weekly ? `The digest of the week to ${day}` : `The digest of ${day}`;
  const best =
    cards.length < total ? `The best ${cards.length} of ${counted(total, 'paper')}` : counted(total, 'paper');
  const whose = weekly ? 'of seven days' : listDay === edition.day ? 'of the day' : `of ${lastList(listDay, today)}`;
  const previous = neighbour(page.previous, today);
  const next = neighbour(page.next, today);
  return (
    <PageFrame siteName={site().name}>
      <PageMeta
        site={site()}
        title={title}
        description={`${best} ${whose}, most votes first, as the digest brings them by e-mail.`}
        canonical={editionPath(edition)}
      />
      <MathFonts html={cards.flatMap((card) => [card.titleHtml, card.abstractHtml])} fonts={ASSETS.mathFonts} />
      {cards.some((card) => card.sample) && <SampleBanner />}
      <h1 className="headline">{title}</h1>
      <p className="mt-2 mb-4 max-w-[38rem] text-[0.9375rem] text-quiet">
        {cards.length > 0 ? `${best} ${whose}, most votes first. ` : ''}
        What is mailed follows each reader’s own categories and words.{' '}
        {!weekly && cards.length > 0 && (
          <a href={dayPath(listDay)} className="font-medium underline underline-offset-[0.18em]">
            The whole list
          </a>
        )}
      </p>
      {cards.length > 0 ? (
        <PaperList label="Papers" cards={cards} linksOf={linksOf} today={today} leads />
      ) : (
        <EmptyPeriod sentence="Nothing was new, so nothing was sent." ways={[previous, next]} />
      )}
      <PeriodEnd previous={previous} next={next} />
    </PageFrame>
  );
}

const lastList = (day: UtcDay, today: UtcDay): string =>
  `the last list, of ${dayInWords(day, { today, form: 'weekday' })}`;

function neighbour(edition: EditionKey | null, today: UtcDay): Neighbour | null {
  if (edition === null) return null;
  const day = dayInWords(edition.day, { today, form: 'brief' });
  return { href: editionPath(edition), label: edition.kind === 'weekly' ? `Week to ${day}` : day, short: day };
}
