import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { SavedTabs } from '@/components/library/saved-tabs';
import { Notice } from '@/components/people/notice';
import { type Query, queryValue } from '@/lib/next/query';
import { site } from '@/lib/next/site';
import { requireSession } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { MOST_SEARCHES } from '@/src/library';
import { parseQuery, searchPath } from '@/src/search';

const SAID: Record<string, string> = { saved: 'The search is saved.', removed: 'The search is gone.' };
const PROBLEMS: Record<string, string> = {
  empty: 'This search looks for nothing. Type some words first.',
  full: `You keep ${MOST_SEARCHES} searches, the most there can be. Remove one.`,
};

/** The searches that a reader comes back to. */
export default async function Page({ searchParams }: { searchParams: Query }) {
  const { viewer } = await requireSession('/saved/searches');
  const searches = await services().library.searches(viewer.id);
  const done = SAID[(await queryValue(searchParams, 'done')) ?? ''];
  const problem = await queryValue(searchParams, 'problem');
  return (
    <PageFrame siteName={site().name}>
      <PageMeta site={site()} title="Searches · Saved" description="The searches that you keep." />
      <div className="max-w-[44rem]">
        <SavedTabs path="/saved/searches" />
        {done && <Notice kind="done">{done}</Notice>}
        {problem && <Notice kind="problem">{PROBLEMS[problem] ?? 'That could not be taken.'}</Notice>}
        {searches.length === 0 ? (
          <p className="max-w-[30rem] font-serif text-xl leading-snug">
            No search is saved yet.{' '}
            <a href="/search" className="underline underline-offset-3">
              Search
            </a>
            , and press “Save this search”.
          </p>
        ) : (
          <ul className="flex flex-col">
            {searches.map(({ id, query }) => {
              const path = searchPath(parseQuery(query).query);
              return (
                <li
                  key={id}
                  className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-rule py-3"
                >
                  <a href={path} className="min-w-0 flex-1 basis-60 font-medium">
                    {query}
                  </a>
                  <span className="flex items-baseline gap-4 text-sm">
                    <a href={`/feeds/atom${path}`} className="underline underline-offset-3">
                      Feed<span className="sr-only"> of {query}</span>
                    </a>
                    <form method="post" action="/saved/remove-search">
                      <input type="hidden" name="search" value={id} />
                      <button type="submit" className="text-button">
                        Remove<span className="sr-only"> {query}</span>
                      </button>
                    </form>
                  </span>
                </li>
              );
            })}
          </ul>
        )}
        <p className="mt-6 text-sm text-quiet">
          <a href="/saved/following.opml" className="underline underline-offset-3">
            All of these as feeds (OPML)
          </a>
        </p>
      </div>
    </PageFrame>
  );
}
