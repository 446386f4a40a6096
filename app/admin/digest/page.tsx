import { AdminFrame } from '@/app/_pages/admin/admin-frame';
import { adminPage } from '@/app/_pages/admin/admin-page';
import { failed, Refused } from '@/app/_pages/refused';
import { instantInWords } from '@/components/dates';
import { DeliveryTable } from '@/components/digest/delivery-table';
import { EditionCounts } from '@/components/digest/edition-counts';
import { Pagination } from '@/components/feed/pagination';
import { Notice } from '@/components/people/notice';
import { Warnings } from '@/components/status/warnings';
import { guarded } from '@/lib/next/guarded';
import { pageNumber } from '@/lib/next/page-number';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { services } from '@/lib/services';
import type { Viewer } from '@/src/accounts';
import type { EditionRow } from '@/src/digest';
import { DELIVERY_STATES, editionName, editionPath, readEdition, readEditions } from '@/src/digest';

const PATH = '/admin/digest';
const isOpen = ({ counts }: EditionRow): boolean => counts.queued + counts.sending > 0;
const nameOf = (edition: EditionRow): string => `${editionName(edition)} (${edition.kind})`;

async function digestPage(viewer: Viewer, query: Query) {
  const id = (await queryValue(query, 'edition')) ?? '';
  return /^\d{1,9}$/.test(id) ? oneEdition(viewer, { query, id: Number(id) }) : allEditions(viewer, query);
}

async function allEditions(viewer: Viewer, query: Query) {
  const read = await readEditions(services().editions, { viewer, now: requestTime() });
  if (!read.ok) return <Refused refusal={read.refusal} />;
  const { editions, warnings } = read.value;
  return (
    <AdminFrame path={PATH} heading="Digest" query={query}>
      {editions.some(isOpen) && <Renewing query={query} href={PATH} />}
      {warnings.length > 0 && (
        <div className="mb-8">
          <Warnings warnings={warnings} />
        </div>
      )}
      {editions.length === 0 && <p className="text-quiet">No edition has gone out yet.</p>}
      {editions.map((edition) => (
        <section key={edition.id} className="mb-8" aria-label={nameOf(edition)}>
          <h2 className="text-xl font-semibold">
            <a href={`${PATH}?edition=${edition.id}`}>{nameOf(edition)}</a>
          </h2>
          <p className="hint mb-2">
            begun {instantInWords(edition.plannedAt)}
            {edition.lastAt && <>, last sent {instantInWords(edition.lastAt)}</>} ·{' '}
            <a href={editionPath(edition)} className="underline underline-offset-[0.18em]">
              the public page<span className="sr-only"> of {nameOf(edition)}</span>
            </a>
          </p>
          <EditionCounts counts={edition.counts} href={(state) => `${PATH}?edition=${edition.id}&state=${state}`} />
        </section>
      ))}
    </AdminFrame>
  );
}

async function oneEdition(viewer: Viewer, { query, id }: { query: Query; id: number }) {
  const asked = await queryValue(query, 'state');
  const state = DELIVERY_STATES.find((name) => name === asked) ?? 'failed';
  const input = { id, state, page: await pageNumber(query) };
  const read = await readEdition(services().editions, { viewer, input, now: requestTime() });
  if (!read.ok) return <Refused refusal={read.refusal} />;
  const { edition, deliveries, page, pages } = read.value;
  const href = (to: string, at = 1) => `${PATH}?edition=${id}&state=${to}${at > 1 ? `&page=${at}` : ''}`;
  const retried = await queryValue(query, 'retried');
  return (
    <AdminFrame path={PATH} heading={nameOf(edition)} query={query}>
      {isOpen(edition) && <Renewing query={query} href={href(state)} />}
      {retried !== undefined && /^\d{1,9}$/.test(retried) && (
        <Notice kind="done">{retried} back in the queue. Whoever got the same papers since is left out.</Notice>
      )}
      <EditionCounts counts={edition.counts} href={href} />
      <nav aria-label="States" className="choices mt-6 mb-4">
        {DELIVERY_STATES.map((name) => (
          <a key={name} href={href(name)} aria-current={name === state ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      {state === 'failed' && edition.counts.failed > 0 && (
        <form method="post" action="/admin/digest/retry" className="mb-4">
          <input type="hidden" name="edition" value={id} />
          <button type="submit" className="sheet-button">
            Retry all that failed
          </button>
        </form>
      )}
      {deliveries.length === 0 ? (
        <p className="text-quiet">None is {state}.</p>
      ) : (
        <DeliveryTable editionId={id} deliveries={deliveries} mayRetry={state === 'failed'} />
      )}
      <Pagination page={page} pages={pages} href={(at) => href(state, at)} />
    </AdminFrame>
  );
}

/** Counts that move on without a script, for who asks for it: a page that renews itself unasked takes it from under a reader. */
async function Renewing({ query, href }: { query: Query; href: string }) {
  const live = (await queryValue(query, 'live')) === '1';
  return (
    <p role="status" className="notice mb-6">
      {live && <meta httpEquiv="refresh" content="5" />}
      An edition is going out.{' '}
      <a href={live ? href : `${href}${href.includes('?') ? '&' : '?'}live=1`} className="underline">
        {live ? 'Stop renewing this page' : 'Follow the counts'}
      </a>
    </p>
  );
}

export default function Page({ searchParams }: { searchParams: Query }) {
  return guarded(() => adminPage(PATH, (viewer) => digestPage(viewer, searchParams)), failed);
}
