import { AdminFrame } from '@/app/_pages/admin/admin-frame';
import { adminPage } from '@/app/_pages/admin/admin-page';
import { failed, Refused } from '@/app/_pages/refused';
import { Pagination } from '@/components/feed/pagination';
import { FlagCounts } from '@/components/moderation/flag-counts';
import { ItemView } from '@/components/moderation/item-view';
import { guarded } from '@/lib/next/guarded';
import { pageNumber } from '@/lib/next/page-number';
import type { Query } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { services } from '@/lib/services';
import type { Viewer } from '@/src/accounts';
import { readQueue, reasonLabel } from '@/src/moderation';
import { utcDayOf } from '@/src/shared';

async function queue(viewer: Viewer, query: Query) {
  const asked = { viewer, input: { page: await pageNumber(query) }, now: requestTime() };
  const read = await readQueue(services().moderation, asked);
  if (!read.ok) return <Refused refusal={read.refusal} />;
  const { rows, page, pages, total } = read.value;
  return (
    <AdminFrame path="/admin/queue" heading={total === 0 ? 'Queue' : `Queue (${total})`} query={query}>
      {rows.length === 0 && <p className="text-quiet">Nothing waits for a decision.</p>}
      <ol className="log">
        {rows.map((item) => (
          <li key={`${item.kind}-${item.id}`}>
            <ItemView item={item} today={utcDayOf(requestTime())} />
            <FlagCounts
              flags={item.flags.map(({ reason, count }) => ({ label: reasonLabel(item.kind, reason), count }))}
            />
            <p className="mt-3">
              <a href={`/admin/item?kind=${item.kind}&id=${item.id}`} className="sheet-button">
                Decide<span className="sr-only"> about {item.paper.titleText}</span>
              </a>
            </p>
          </li>
        ))}
      </ol>
      <Pagination page={Math.min(page, pages)} pages={pages} href={(at) => `/admin/queue?page=${at}`} />
    </AdminFrame>
  );
}

export default function Page({ searchParams }: { searchParams: Query }) {
  return guarded(() => adminPage('/admin/queue', (viewer) => queue(viewer, searchParams)), failed);
}
