import type { ReactNode } from 'react';
import { counted } from '@/components/dates';
import { Pagination } from '@/components/feed/pagination';
import { PageFrame } from '@/components/frame/page-frame';
import { MathFonts } from '@/components/head/math-fonts';
import { PageMeta } from '@/components/head/page-meta';
import { SavedList } from '@/components/library/saved-list';
import { SavedTabs } from '@/components/library/saved-tabs';
import { UnmatchedList } from '@/components/library/unmatched-list';
import { Notice } from '@/components/people/notice';
import { Rail, RailBlock } from '@/components/period/rail';
import { ASSETS } from '@/lib/next/assets';
import { pathWith } from '@/lib/next/form';
import { pageNumber } from '@/lib/next/page-number';
import { linksOf } from '@/lib/next/paper-links';
import { type Query, queryValue } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { requireSession } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { CITATION_FORMATS } from '@/src/citations';
import { utcDayOf } from '@/src/shared';
import { doneInWords } from './done-in-words';
import { SharedNote } from './shared-note';

const PAGE_SIZE = 30;
const MOST_ENTRIES = 100;

/** What a reader keeps, the last first. */
export async function savedPage(query: Query): Promise<ReactNode> {
  const { viewer } = await requireSession('/saved');
  const { library, feed } = services();
  const page = await pageNumber(query);
  const tag = (await queryValue(query, 'tag'))?.replaceAll('\0', '').slice(0, 60) || null;
  const text = ((await queryValue(query, 'q')) ?? '').replaceAll('\0', '').slice(0, 200).trim();
  const asked = { userId: viewer.id, tag, text, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  const [list, tags, left, shown] = await Promise.all([
    library.list(asked),
    library.tags(viewer.id),
    library.entries(viewer.id, MOST_ENTRIES),
    library.isPublic(viewer.id),
  ]);
  const cards = new Map((await feed.cards(list.papers.map(({ paperId }) => paperId))).map((card) => [card.id, card]));
  const papers = list.papers.flatMap((saved) => {
    const card = cards.get(saved.paperId);
    return card ? [{ saved, card }] : [];
  });
  const done = await doneInWords(query);
  const narrowed = tag !== null || text !== '';
  const href = (at: number): string =>
    pathWith('/saved', { tag: tag ?? undefined, q: text, page: at > 1 ? String(at) : undefined });
  return (
    <PageFrame
      siteName={site().name}
      rail={
        <Rail>
          {tags.length > 0 && (
            <RailBlock heading="Your tags">
              <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-sm">
                {tags.map((one) => (
                  <li key={one.tag}>
                    <a href={pathWith('/saved', { tag: one.tag })} aria-current={one.tag === tag ? 'true' : undefined}>
                      {one.tag} <span className="text-quiet">{one.count}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </RailBlock>
          )}
          <RailBlock heading="Take it along">
            <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
              {Object.entries(CITATION_FORMATS).map(([key, { name }]) => (
                <li key={key}>
                  <a href={`/saved/export/${key}`} className="underline underline-offset-3">
                    {name}
                  </a>
                </li>
              ))}
              <li>
                <a href="/saved/following.opml" className="underline underline-offset-3">
                  Feeds (OPML)
                </a>
              </li>
            </ul>
          </RailBlock>
          <RailBlock heading="Who sees it">
            <SharedNote handle={viewer.handle} shown={shown} />
          </RailBlock>
        </Rail>
      }
    >
      <PageMeta site={site()} title="Saved" description="The papers that you keep." />
      <MathFonts html={papers.flatMap(({ card }) => [card.titleHtml, card.abstractHtml])} fonts={ASSETS.mathFonts} />
      <SavedTabs path="/saved" />
      {done && <Notice kind="done">{done}</Notice>}
      <form method="get" action="/saved" className="field mb-4 flex flex-wrap items-end gap-2">
        {tag && <input type="hidden" name="tag" value={tag} />}
        <input
          type="search"
          name="q"
          defaultValue={text}
          maxLength={200}
          className="min-w-0 flex-1"
          aria-label="Look in titles, authors and notes"
          placeholder="Titles, authors, notes"
        />
        <button type="submit" className="form-button">
          Look
        </button>
      </form>
      <p className="mb-2 text-[0.9375rem] text-quiet">
        {counted(list.total, 'paper')}
        {tag && ` tagged “${tag}”`}
        {text && ` with “${text}”`}
        {narrowed && (
          <>
            {' · '}
            <a href="/saved" className="underline underline-offset-3">
              Show all
            </a>
          </>
        )}
      </p>
      {papers.length === 0 && !narrowed ? (
        <div className="border-t border-rule pt-8">
          <p className="max-w-[30rem] font-serif text-xl leading-snug">
            Nothing is saved yet. Press Save under a paper, or bring your library along.
          </p>
          <p className="mt-6 flex flex-wrap gap-3">
            <a href="/papers" className="sheet-button">
              Read the latest day
            </a>
            <a href="/saved/import" className="sheet-button">
              Import a library
            </a>
          </p>
        </div>
      ) : (
        <SavedList papers={papers} linksOf={linksOf} today={utcDayOf(requestTime())} />
      )}
      <Pagination page={page} pages={Math.max(1, Math.ceil(list.total / PAGE_SIZE))} href={href} />
      {left.total > 0 && <UnmatchedList entries={left.entries} total={left.total} />}
    </PageFrame>
  );
}
