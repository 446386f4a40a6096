import { AdminFrame } from '@/app/_pages/admin/admin-frame';
import { adminPage } from '@/app/_pages/admin/admin-page';
import { failed, Refused } from '@/app/_pages/refused';
import { Pagination } from '@/components/feed/pagination';
import { IngestRuns, Rejects } from '@/components/moderation/ingest-runs';
import { guarded } from '@/lib/next/guarded';
import { pageNumber } from '@/lib/next/page-number';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { services } from '@/lib/services';
import type { Viewer } from '@/src/accounts';
import { readIngestRuns } from '@/src/operations';

async function ingest(viewer: Viewer, query: Query) {
  const run = (await queryValue(query, 'run')) ?? '';
  const input = { page: await pageNumber(query), runId: /^\d{1,9}$/.test(run) ? Number(run) : null };
  const read = await readIngestRuns(services().operations, { viewer, input, now: requestTime() });
  if (!read.ok) return <Refused refusal={read.refusal} />;
  const { runs, rejects, page, pages } = read.value;
  const active = runs.filter(({ status }) => status === 'running');
  return (
    <AdminFrame path="/admin/ingest" heading="Ingest" query={query}>
      {active.length > 0 && (
        <>
          {/* The counts of a run move on without a script. */}
          <meta httpEquiv="refresh" content="5" />
          <p role="status" className="notice mb-6">
            Running now: {active.map(({ source, seen }) => `${source}, ${seen.toLocaleString('en')} seen`).join('; ')}.
            This page renews itself.
          </p>
        </>
      )}
      {runs.length === 0 ? (
        <p className="text-quiet">Nothing was fetched yet.</p>
      ) : (
        <IngestRuns runs={runs} rejectsHref={(id) => `/admin/ingest?page=${page}&run=${id}#rejects`} />
      )}
      <Pagination page={Math.min(page, pages)} pages={pages} href={(at) => `/admin/ingest?page=${at}`} />
      {rejects.length > 0 && <Rejects rejects={rejects} />}
    </AdminFrame>
  );
}

export default function Page({ searchParams }: { searchParams: Query }) {
  return guarded(() => adminPage('/admin/ingest', (viewer) => ingest(viewer, searchParams)), failed);
}
