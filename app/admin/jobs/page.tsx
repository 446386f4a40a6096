import { AdminFrame } from '@/app/_pages/admin/admin-frame';
import { adminPage } from '@/app/_pages/admin/admin-page';
import { failed, Refused } from '@/app/_pages/refused';
import { JobRuns } from '@/components/moderation/job-runs';
import { Notice } from '@/components/people/notice';
import { guarded } from '@/lib/next/guarded';
import { jobRunner } from '@/lib/next/jobs';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { services } from '@/lib/services';
import { atLeast, type Viewer } from '@/src/accounts';
import { readJobs } from '@/src/operations';

async function jobsPage(viewer: Viewer, query: Query) {
  const read = await readJobs({ store: services().operations, runner: jobRunner }, { viewer, now: requestTime() });
  if (!read.ok) return <Refused refusal={read.refusal} />;
  const asked = await queryValue(query, 'started');
  const started = read.value.find(({ name }) => name === asked);
  return (
    <AdminFrame path="/admin/jobs" heading="Jobs" query={query}>
      {started && <Notice kind="done">{started.name} has been started.</Notice>}
      {read.value.map(({ name, about, runs }) => (
        <section key={name} className="mb-10" aria-labelledby={`job-${name}`}>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id={`job-${name}`} className="text-xl font-semibold">
              {name}
            </h2>
            {atLeast(viewer.role, 'admin') && (
              <form method="post" action="/admin/jobs/run">
                <input type="hidden" name="job" value={name} />
                <button type="submit" className="sheet-button">
                  Run now<span className="sr-only">: {name}</span>
                </button>
              </form>
            )}
          </div>
          <p className="mb-3 text-quiet">{about}</p>
          <JobRuns job={name} runs={runs} />
        </section>
      ))}
    </AdminFrame>
  );
}

export default function Page({ searchParams }: { searchParams: Query }) {
  return guarded(() => adminPage('/admin/jobs', (viewer) => jobsPage(viewer, searchParams)), failed);
}
