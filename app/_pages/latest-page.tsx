import { dayInWords } from '@/components/dates';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { EmptyPeriod } from '@/components/period/empty-period';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import type { QueryParameters } from '@/src/feed';
import { utcDayOf } from '@/src/shared';
import { periodPage } from './period-page';

/** The latest day that has papers, or what to expect while there is none. */
export async function latestPage(query: QueryParameters) {
  const day = await reads.latestDay();
  if (day !== null) return periodPage({ kind: 'day', key: day, query, path: '/papers' });
  const today = utcDayOf(reads.requestTime());
  return (
    <PageFrame siteName={site().name} tab="day">
      <PageMeta site={site()} title={site().name} description="The day’s research papers." canonical="/papers" />
      <h1 className="mb-6 headline">{dayInWords(today, { today, form: 'weekday' })}</h1>
      <EmptyPeriod
        sentence="The first edition is being set. Papers appear here as soon as they have been fetched; the status page tells how far that is."
        ways={[{ href: '/status', label: 'See the status' }]}
      />
    </PageFrame>
  );
}
