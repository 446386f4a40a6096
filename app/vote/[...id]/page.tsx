import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { failed, Refused } from '@/app/_pages/refused';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { StoredHtml } from '@/components/stored-html';
import { VoteChoice } from '@/components/votes/vote-choice';
import { pathWith } from '@/lib/next/form';
import { guarded } from '@/lib/next/guarded';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { currentViewer } from '@/lib/next/viewer';
import { meantVote } from '@/lib/next/votes/meant-vote';
import { votePath } from '@/lib/next/votes/vote-form';
import { services } from '@/lib/services';
import { parsePaperId } from '@/src/papers';
import { paperPath, sameSitePath } from '@/src/shared';
import { noteOf } from '@/src/votes';

type Props = { params: Promise<{ id: string[] }>; searchParams: Query };

/** One's own vote for a paper: what it is, and the button that changes it. Opening the page changes nothing. */
export default async function Page({ params, searchParams }: Props) {
  const asked = (await params).id.map(decodeURIComponent).join('/');
  const back = await queryValue(searchParams, 'back');
  return guarded(() => votePage(asked, back), failed);
}

async function votePage(asked: string, wayBack: string | undefined) {
  const id = parsePaperId(asked);
  if (!id.ok) return <Refused refusal={{ code: 'not-an-id', message: id.refusal.message }} />;
  const back = sameSitePath(wayBack, paperPath(id.value));
  const viewer = await currentViewer();
  if (!viewer) redirect(pathWith('/sign-in', { next: pathWith(votePath(id.value), { back }) }));
  const paper = await reads.paper(id.value);
  if (!paper.ok) return <Refused refusal={paper.refusal} />;
  const [vote] = await services().votes.own(viewer.id, [id.value]);
  const meant = meantVote(await headers(), reads.requestTime())?.paperId === id.value;
  return (
    <PageFrame siteName={site().name}>
      <PageMeta site={site()} title="Your upvote" description={`Your upvote of “${paper.value.titleText}”.`} />
      <h1 className="headline mb-4">{vote ? 'You have upvoted this' : 'Upvote this paper?'}</h1>
      <p className="mb-6 max-w-[34rem] font-serif text-xl leading-snug">
        <a href={paperPath(id.value)}>
          <StoredHtml html={paper.value.titleHtml} />
        </a>
      </p>
      <VoteChoice
        paperId={id.value}
        back={back}
        voted={vote !== undefined}
        note={vote?.reason ? noteOf(vote.reason) : null}
        closed={paper.value.withdrawn}
        meant={meant && !vote}
      />
    </PageFrame>
  );
}
