import { failed } from '@/app/_pages/refused';
import { Pagination } from '@/components/feed/pagination';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { LogList } from '@/components/moderation/log-list';
import { guarded } from '@/lib/next/guarded';
import { pageNumber } from '@/lib/next/page-number';
import type { Query } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { services } from '@/lib/services';
import { readLog } from '@/src/moderation';
import { utcDayOf } from '@/src/shared';

const href = (page: number): string => (page === 1 ? '/moderation' : `/moderation?page=${page}`);

async function log(query: Query) {
  const { rows, page, pages } = await readLog(services().moderation, { page: await pageNumber(query) });
  return (
    <PageFrame siteName={site().name}>
      <PageMeta
        site={site()}
        title="Moderation"
        description={`What moderators of ${site().name} did, and why.`}
        canonical={href(page)}
      />
      <h1 className="headline">Moderation</h1>
      <p className="mt-4 mb-7 max-w-[38rem] font-serif text-lg">
        Whatever a moderator or the system does to a paper, a comment or an account stands here, with the reason.
        Whoever flagged it stays unnamed. Moderators decide in <a href="/admin/queue">the queue</a>.
      </p>
      {rows.length === 0 ? (
        <p className="text-quiet">{page === 1 ? 'Nothing had to be done yet.' : 'The log is not that long.'}</p>
      ) : (
        <LogList entries={rows} today={utcDayOf(requestTime())} />
      )}
      <Pagination page={Math.min(page, pages)} pages={pages} href={href} />
    </PageFrame>
  );
}

export default function Page({ searchParams }: { searchParams: Query }) {
  return guarded(() => log(searchParams), failed);
}
