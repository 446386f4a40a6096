import { redirect } from 'next/navigation';
import { failed } from '@/app/_pages/refused';
import { guarded } from '@/lib/next/guarded';
import * as reads from '@/lib/next/reads';
import { periodOf, periodPath } from '@/src/feed';
import { utcDayOf } from '@/src/shared';

/** Leads to the latest week that has papers. */
export default function Page() {
  return guarded(async () => {
    const day = (await reads.latestDay()) ?? utcDayOf(reads.requestTime());
    redirect(periodPath(periodOf('week', day)));
  }, failed);
}
