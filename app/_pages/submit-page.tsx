import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { Day } from '@/components/day';
import { PageFrame } from '@/components/frame/page-frame';
import { MathFonts } from '@/components/head/math-fonts';
import { PageMeta } from '@/components/head/page-meta';
import { Notice } from '@/components/people/notice';
import { LookUpForm } from '@/components/submit/look-up-form';
import { PaperPreview } from '@/components/submit/paper-preview';
import { SubmitForm } from '@/components/submit/submit-form';
import { Waiting } from '@/components/submit/waiting';
import { env } from '@/lib/env';
import { ASSETS } from '@/lib/next/assets';
import { pathWith } from '@/lib/next/form';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import * as reads from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { requireSession } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { atLeast, type Viewer } from '@/src/accounts';
import { LONGEST_COMMENT } from '@/src/comments';
import { type PaperId, parsePaperId } from '@/src/papers';
import { dayPath, paperPath, utcDayOf } from '@/src/shared';
import { problemInWords } from '@/src/submissions';

/** Where a member brings a paper: find it, look at it, send it. What has become of it is read anew each time. */
export async function submitPage(query: Query): Promise<ReactNode> {
  const asked = await queryValue(query, 'paper');
  const { viewer } = await requireSession(pathWith('/papers/submit', { paper: asked }));
  const rules = services().submitting.rules;
  const problem = problemInWords(await queryValue(query, 'problem'), rules);
  const id = asked ? parsePaperId(asked) : undefined;
  if (!id?.ok) {
    return (
      <Frame>
        <Rules viewer={viewer} />
        <LookUpForm asked={asked?.slice(0, 500) ?? ''} problem={id?.refusal.message ?? problem} />
      </Frame>
    );
  }
  const isDown = (await queryValue(query, 'source')) === 'down';
  return <Chosen paperId={id.value} viewer={viewer} problem={problem} isDown={isDown} />;
}

type ChosenProps = { paperId: PaperId; viewer: Viewer; problem: string | undefined; isDown: boolean };

async function Chosen({ paperId, viewer, problem, isDown }: ChosenProps) {
  const { submissions } = services();
  const key = { userId: viewer.id, paperId };
  const [own, known] = await Promise.all([submissions.own(key), submissions.known(paperId)]);
  const now = reads.requestTime();
  if (own?.status === 'pending') {
    return (
      <Frame>
        <Waiting submission={own} now={now} />
        <More />
      </Frame>
    );
  }
  if (own?.status === 'listed' && own.day) {
    return (
      <Frame>
        <Notice kind="done">
          Thank you.{' '}
          <a href={paperPath(paperId)} className="underline">
            The paper
          </a>{' '}
          is on{' '}
          <a href={dayPath(own.day)} className="underline">
            the list of <Day day={own.day} today={utcDayOf(now)} />
          </a>
          .
        </Notice>
        <More />
      </Frame>
    );
  }
  if (known?.shownOn) redirect(paperPath(paperId));
  const draft = await submissions.draft(key);
  const paper = known?.complete ? await reads.paper(paperId) : undefined;
  const said = draft?.notice ?? problem ?? (own?.status === 'refused' ? own.problem : null);
  if (!draft && (said || (!paper?.ok && !isDown))) {
    return (
      <Frame>
        <Rules viewer={viewer} />
        <LookUpForm asked={paperId} problem={said ?? undefined} />
      </Frame>
    );
  }
  return (
    <Frame>
      {said && <Notice kind="problem">{said}</Notice>}
      {paper?.ok ? (
        <>
          <MathFonts html={[paper.value.titleHtml, paper.value.abstractHtml]} fonts={ASSETS.mathFonts} />
          <PaperPreview paper={paper.value} today={utcDayOf(now)} />
        </>
      ) : (
        <Notice kind="problem">
          arXiv does not answer at the moment, so {paperId} cannot be shown. Submit it all the same: it is kept and goes
          on the list as soon as arXiv has told of it.
        </Notice>
      )}
      <SubmitForm paperId={paperId} draft={draft} longestComment={env().COMMENTS === 'off' ? null : LONGEST_COMMENT} />
    </Frame>
  );
}

const Frame = ({ children }: { children: ReactNode }) => (
  <PageFrame siteName={site().name}>
    <PageMeta
      site={site()}
      title="Submit a paper"
      description={`Bring a paper to today's list of ${site().name}.`}
      canonical="/papers/submit"
    />
    <div className="max-w-[44rem]">
      <h1 className="headline mb-5">Submit a paper</h1>
      {children}
    </div>
  </PageFrame>
);

function Rules({ viewer }: { viewer: Viewer }) {
  const { maxAgeDays, dailyCap } = services().submitting.rules;
  const age = maxAgeDays === 1 ? 'of the last day' : `of the last ${maxAgeDays} days`;
  return (
    <p className="mb-7 max-w-[38rem] font-serif text-lg">
      Bring a paper that is not in these pages yet. It goes on today’s list under your name.{' '}
      {atLeast(viewer.role, 'moderator') ? 'As a moderator you may bring one of any age' : `Papers ${age} are welcome`},
      up to {dailyCap} within a day.
    </p>
  );
}

const More = () => (
  <p>
    <a href="/papers/submit" className="sheet-button">
      Submit another
    </a>
  </p>
);
