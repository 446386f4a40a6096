import { AdminFrame } from '@/app/_pages/admin/admin-frame';
import { adminPage } from '@/app/_pages/admin/admin-page';
import { failed } from '@/app/_pages/refused';
import { Pagination } from '@/components/feed/pagination';
import { ActForm } from '@/components/moderation/act-form';
import { LogList } from '@/components/moderation/log-list';
import { guarded } from '@/lib/next/guarded';
import { pageNumber } from '@/lib/next/page-number';
import type { Query } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { services } from '@/lib/services';
import { isUndoable, type LogEntry, readLog } from '@/src/moderation';
import { utcDayOf } from '@/src/shared';

async function log(query: Query) {
  const { rows, page, pages } = await readLog(services().moderation, { page: await pageNumber(query) });
  return (
    <AdminFrame path="/admin/log" heading="Undo" query={query}>
      {rows.length === 0 && <p className="text-quiet">Nothing was done yet.</p>}
      <LogList entries={rows} today={utcDayOf(requestTime())} tools={(entry) => <Undo entry={entry} />} />
      <Pagination page={Math.min(page, pages)} pages={pages} href={(at) => `/admin/log?page=${at}`} />
    </AdminFrame>
  );
}

const Undo = ({ entry }: { entry: LogEntry }) =>
  isUndoable(entry) ? (
    <details className="disclosed-plain">
      <summary>Undo</summary>
      <ActForm
        action="/admin/undo"
        fields={{ entry: String(entry.id) }}
        options={[{ act: 'undo', label: 'Undo this' }]}
        name={`entry-${entry.id}`}
      />
    </details>
  ) : null;

export default function Page({ searchParams }: { searchParams: Query }) {
  return guarded(() => adminPage('/admin/log', () => log(searchParams)), failed);
}
