import { AdminFrame } from '@/app/_pages/admin/admin-frame';
import { adminPage } from '@/app/_pages/admin/admin-page';
import { failed, Refused } from '@/app/_pages/refused';
import { ActForm } from '@/components/moderation/act-form';
import { FlagCounts } from '@/components/moderation/flag-counts';
import { ItemView } from '@/components/moderation/item-view';
import { LogList } from '@/components/moderation/log-list';
import { guarded } from '@/lib/next/guarded';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { services } from '@/lib/services';
import type { Viewer } from '@/src/accounts';
import { ITEM_KINDS, type Item, readItem, reasonLabel, refusal } from '@/src/moderation';
import { personPath, utcDayOf } from '@/src/shared';

async function item(viewer: Viewer, query: Query) {
  const asked = await queryValue(query, 'kind');
  const kind = ITEM_KINDS.find((known) => known === asked);
  const id = (await queryValue(query, 'id')) ?? '';
  const read = kind
    ? await readItem(services().moderation, { viewer, input: { kind, id }, now: requestTime() })
    : refusal('no-such-item');
  if (!read.ok) return <Refused refusal={read.refusal} />;
  const { item: found, history } = read.value;
  const today = utcDayOf(requestTime());
  const flags = found.flags.map(({ reason, count }) => ({ label: reasonLabel(found.kind, reason), count }));
  const author = found.comment?.author;
  return (
    <AdminFrame path="/admin/item" heading={found.kind === 'paper' ? 'A paper' : 'A comment'} query={query}>
      <ItemView item={found} today={today} />
      <FlagCounts flags={flags} />
      <section className="mt-8" aria-label="Decide">
        <ActForm
          action="/admin/act"
          fields={{ kind: found.kind, id: found.id }}
          options={optionsFor(found)}
          name="item"
        />
        {author && (
          <p className="mt-4 text-sm">
            <a href={`/admin/people?q=${author.handle}`} className="underline">
              Suspend @{author.handle}
            </a>
            , or{' '}
            <a href={personPath(author.handle)} className="underline">
              see what else they said
            </a>
            .
          </p>
        )}
      </section>
      {history.length > 0 && (
        <section className="mt-10">
          <h2 className="section-heading">Decided before</h2>
          <LogList entries={history} today={today} />
        </section>
      )}
    </AdminFrame>
  );
}

function optionsFor({ kind, hidden, locked, flags }: Item) {
  const paper = kind === 'paper';
  const hides = paper ? 'Take out of the lists' : 'Hide';
  const restores = paper ? 'Put back into the lists' : 'Restore';
  return [
    hidden ? { act: 'restore', label: restores } : { act: 'hide', label: hides },
    ...(flags.length > 0 ? [{ act: 'dismiss', label: 'Nothing wrong' }] : []),
    ...(paper
      ? [locked ? { act: 'unlock', label: 'Open discussion' } : { act: 'lock', label: 'Close discussion' }]
      : []),
  ];
}

export default function Page({ searchParams }: { searchParams: Query }) {
  return guarded(() => adminPage('/admin/queue', (viewer) => item(viewer, searchParams)), failed);
}
