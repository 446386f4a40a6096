import { AdminFrame } from '@/app/_pages/admin/admin-frame';
import { adminPage } from '@/app/_pages/admin/admin-page';
import { failed, Refused } from '@/app/_pages/refused';
import { ClaimView } from '@/components/claims/claim-view';
import { Pagination } from '@/components/feed/pagination';
import { guarded } from '@/lib/next/guarded';
import { pageNumber } from '@/lib/next/page-number';
import type { Query } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { services } from '@/lib/services';
import type { Viewer } from '@/src/accounts';
import { readClaims } from '@/src/moderation';

async function claims(viewer: Viewer, query: Query) {
  const asked = { viewer, input: { page: await pageNumber(query) }, now: requestTime() };
  const read = await readClaims(services().moderation, asked);
  if (!read.ok) return <Refused refusal={read.refusal} />;
  const { rows, page, pages, total } = read.value;
  return (
    <AdminFrame path="/admin/claims" heading={total === 0 ? 'Claims' : `Claims (${total})`} query={query}>
      {rows.length === 0 && <p className="text-quiet">Nobody says of a paper that it is his.</p>}
      <ol className="log">
        {rows.map((claim) => (
          <li key={`${claim.userId}-${claim.paperId}`}>
            <ClaimView claim={claim} now={requestTime()} />
          </li>
        ))}
      </ol>
      <Pagination page={Math.min(page, pages)} pages={pages} href={(at) => `/admin/claims?page=${at}`} />
    </AdminFrame>
  );
}

export default function Page({ searchParams }: { searchParams: Query }) {
  return guarded(() => adminPage('/admin/claims', (viewer) => claims(viewer, searchParams)), failed);
}
