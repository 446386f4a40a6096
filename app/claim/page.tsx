import { CommentFrame } from '@/app/_pages/discussion/comment-frame';
import { failed, Refused } from '@/app/_pages/refused';
import { ClaimForm } from '@/components/claims/claim-form';
import { ClaimState } from '@/components/claims/claim-state';
import { Notice } from '@/components/people/notice';
import { guarded } from '@/lib/next/guarded';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { requireSession } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { LONGEST_NOTE, problemInWords } from '@/src/claims';
import { parsePaperId } from '@/src/papers';

/** Where a reader says that a paper is his, and sees what became of that. */
async function claimPage(query: Query) {
  const id = parsePaperId((await queryValue(query, 'paper')) ?? '');
  const { viewer } = await requireSession(`/claim?paper=${id.ok ? id.value : ''}`);
  const subject = id.ok ? await services().comments.subject(id.value) : null;
  if (subject === null) return <Refused refusal={{ code: 'no-such-paper', message: 'This paper is not here.' }} />;
  const own = await services().claims.own({ userId: viewer.id, paperId: subject.id });
  const problem = problemInWords(await queryValue(query, 'problem'));
  return (
    <CommentFrame title="Claim a paper" heading="Are you an author of this paper?" subject={subject}>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {own ? (
        <ClaimState claim={own} paperId={subject.id} now={requestTime()} />
      ) : (
        <ClaimForm paperId={subject.id} longest={LONGEST_NOTE} />
      )}
    </CommentFrame>
  );
}

export default function Page({ searchParams }: { searchParams: Query }) {
  return guarded(() => claimPage(searchParams), failed);
}
