import { permanentRedirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Pagination } from '@/components/feed/pagination';
import { PaperList } from '@/components/feed/paper-list';
import { PageFrame } from '@/components/frame/page-frame';
import { MathFonts } from '@/components/head/math-fonts';
import { PageMeta } from '@/components/head/page-meta';
import { OwnProfile } from '@/components/people/own-profile';
import { OwnSubmissions } from '@/components/people/own-submissions';
import { ProfileHead } from '@/components/people/profile-head';
import { ProfileTabs } from '@/components/people/profile-tabs';
import { SaidList } from '@/components/people/said-list';
import { env } from '@/lib/env';
import { ASSETS } from '@/lib/next/assets';
import { pageNumber } from '@/lib/next/page-number';
import { linksOf } from '@/lib/next/paper-links';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { currentViewer } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { type Person, shownName, type Viewer } from '@/src/accounts';
import { readPersonComments } from '@/src/comments';
import { readPersonPapers } from '@/src/feed';
import { personPath, utcDayOf } from '@/src/shared';
import { Refused } from './refused';

const LISTS = ['submitted', 'upvoted', 'said'] as const;
type List = (typeof LISTS)[number];

/** Submissions that wait, or were refused of late, that a person is told of. */
const MOST_UNLISTED = 10;

/** What a person submitted, upvoted and said. */
export async function profilePage(asked: string, query: Query): Promise<ReactNode> {
  const handle = asked.toLowerCase();
  const person = /^[a-z0-9-]{3,30}$/.test(handle) ? await services().accounts.findPerson(handle) : undefined;
  if (!person) return <Refused refusal={{ code: 'no-such-person', message: 'Nobody here has this handle.' }} />;
  // An old handle, or one in capitals.
  if (person.handle !== asked) permanentRedirect(personPath(person.handle));
  const viewer = await currentViewer();
  const wanted = await queryValue(query, 'list');
  const list = LISTS.find((known) => known === wanted) ?? 'submitted';
  const page = await pageNumber(query);
  const path = personPath(person.handle);
  const name = shownName(person);
  const own = viewer?.id === person.id;
  const unlisted = own ? await services().submissions.unlisted(person.id, MOST_UNLISTED) : [];
  return (
    <PageFrame siteName={site().name}>
      <PageMeta
        site={site()}
        title={name}
        description={`${name} (@${person.handle}) on ${site().name}.`}
        canonical={path}
        feed={`${path}/${person.upvotesHidden ? 'submitted' : 'upvoted'}`}
      />
      <div className="max-w-[44rem]">
        <ProfileHead person={person} now={requestTime()} />
        {own && <OwnProfile />}
        <OwnSubmissions submissions={unlisted} now={requestTime()} />
        <ProfileTabs path={path} list={list} />
        {list === 'said' ? (
          <Said person={person} viewer={viewer} page={page} />
        ) : (
          <Papers person={person} viewer={viewer} list={list} page={page} />
        )}
      </div>
    </PageFrame>
  );
}

type Props = { person: Person; viewer: Viewer | null; page: number };

const hrefOf =
  (person: Person, list: List) =>
  (page: number): string =>
    `${personPath(person.handle)}?list=${list}${page > 1 ? `&page=${page}` : ''}`;

async function Papers({ person, viewer, list, page }: Props & { list: 'submitted' | 'upvoted' }) {
  const read = await readPersonPapers(services().feed, { person, list, viewerId: viewer?.id ?? null, page });
  if (!read.ok) return <p className="mt-6 text-quiet">{read.refusal.message}</p>;
  const { cards, pages } = read.value;
  if (cards.length === 0) {
    return (
      <p className="mt-6 text-quiet">{list === 'submitted' ? 'Nothing submitted yet.' : 'Nothing upvoted yet.'}</p>
    );
  }
  return (
    <>
      <MathFonts html={cards.flatMap((card) => [card.titleHtml, card.abstractHtml])} fonts={ASSETS.mathFonts} />
      {list === 'upvoted' && person.upvotesHidden && (
        <p className="hint mt-4">Only you see this list, as your settings say.</p>
      )}
      <PaperList label="Papers" cards={cards} linksOf={linksOf} today={utcDayOf(requestTime())} />
      <Pagination page={Math.min(page, pages)} pages={pages} href={hrefOf(person, list)} />
    </>
  );
}

async function Said({ person, viewer, page }: Props) {
  const asked = { viewer, mode: env().COMMENTS, input: { personId: person.id, page } };
  const read = await readPersonComments(services().comments, asked);
  if (!read.ok) return <p className="mt-6 text-quiet">{read.refusal.message}</p>;
  const { said, more } = read.value;
  if (said.length === 0) return <p className="mt-6 text-quiet">Nothing said yet.</p>;
  return (
    <>
      <MathFonts html={said.map(({ comment }) => comment.bodyHtml)} fonts={ASSETS.mathFonts} />
      <SaidList said={said} today={utcDayOf(requestTime())} />
      <Pagination page={page} pages={more ? page + 1 : page} href={hrefOf(person, 'said')} />
    </>
  );
}
