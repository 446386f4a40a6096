import { AdminFrame } from '@/app/_pages/admin/admin-frame';
import { adminPage } from '@/app/_pages/admin/admin-page';
import { failed, Refused } from '@/app/_pages/refused';
import { Pagination } from '@/components/feed/pagination';
import { PersonEntry } from '@/components/moderation/person-row';
import { pathWith } from '@/lib/next/form';
import { guarded } from '@/lib/next/guarded';
import { pageNumber } from '@/lib/next/page-number';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { services } from '@/lib/services';
import { atLeast, ROLES, type Viewer } from '@/src/accounts';
import { findPeople } from '@/src/moderation';

async function people(viewer: Viewer, query: Query) {
  const text = (await queryValue(query, 'q')) ?? '';
  const input = { text, page: await pageNumber(query) };
  const found = await findPeople(services().moderation, { viewer, input, now: requestTime() });
  if (!found.ok) return <Refused refusal={found.refusal} />;
  const { rows, page, pages, total } = found.value;
  const admin = atLeast(viewer.role, 'admin');
  return (
    <AdminFrame path="/admin/people" heading="People" query={query}>
      <form method="get" action="/admin/people" className="mb-6 flex max-w-[27rem] gap-2">
        <div className="field grow">
          <label htmlFor="q">{admin ? 'Handle, name or address' : 'Handle or name'}</label>
          <input id="q" name="q" type="search" defaultValue={text} />
        </div>
        <button type="submit" className="form-button self-end">
          Find
        </button>
      </form>
      <p className="hint mb-2">{total === 1 ? 'One person' : `${total.toLocaleString('en')} people`}</p>
      <ul className="log">
        {rows.map((person) => (
          <PersonEntry
            key={person.id}
            person={person}
            roles={admin ? ROLES : []}
            maySuspend={person.id !== viewer.id && !atLeast(person.role, viewer.role)}
          />
        ))}
      </ul>
      <Pagination
        page={Math.min(page, pages)}
        pages={pages}
        href={(at) => pathWith('/admin/people', { q: text, page: String(at) })}
      />
    </AdminFrame>
  );
}

export default function Page({ searchParams }: { searchParams: Query }) {
  return guarded(() => adminPage('/admin/people', (viewer) => people(viewer, searchParams)), failed);
}
