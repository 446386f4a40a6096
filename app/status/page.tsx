import type { ReactNode } from 'react';
import { failed } from '@/app/_pages/refused';
import { instantInWords } from '@/components/dates';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { DaysTable } from '@/components/status/days-table';
import { RunsTable } from '@/components/status/runs-table';
import { Warnings } from '@/components/status/warnings';
import { env } from '@/lib/env';
import { digestWarnings } from '@/lib/next/digest-reads';
import { guarded } from '@/lib/next/guarded';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { utcDayOf } from '@/src/shared';

export default function Page() {
  return guarded(statusPage, failed);
}

async function statusPage(): Promise<ReactNode> {
  const [status, digest] = await Promise.all([reads.status(), digestWarnings()]);
  return (
    <PageFrame siteName={site().name}>
      <PageMeta
        site={site()}
        title="Status"
        description="What arXiv announced against what is stored here, day by day, and the last runs."
        canonical="/status"
      />
      <h1 className="headline">Status</h1>
      <p className="mt-2 mb-6 text-[0.9375rem] text-quiet">
        {status.lastSuccess === null ? 'No run has succeeded yet' : <LastSuccess at={status.lastSuccess} />}
      </p>
      <Warnings warnings={[...digest, ...status.warnings]} />
      <h2 className="rail-heading mt-10 mb-2">Day by day</h2>
      <p className="mb-3 text-sm text-quiet">
        Papers stored, and of how many that arXiv’s feed announced; a bare number where that day’s feed was not read.
      </p>
      <DaysTable days={status.days} categories={env().ARXIV_CATEGORIES} today={utcDayOf(reads.requestTime())} />
      <h2 className="rail-heading mt-10 mb-2">Last runs</h2>
      {status.runs.length === 0 ? (
        <p className="text-sm text-quiet">Nothing has run yet.</p>
      ) : (
        <RunsTable runs={status.runs} />
      )}
    </PageFrame>
  );
}

const LastSuccess = ({ at }: { at: Date }) => (
  <>
    Last success <time dateTime={at.toISOString()}>{instantInWords(at)}</time>
  </>
);
