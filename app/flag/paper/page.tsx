import { CommentFrame } from '@/app/_pages/discussion/comment-frame';
import { failed, Refused } from '@/app/_pages/refused';
import { FlagForm } from '@/components/moderation/flag-form';
import { Notice } from '@/components/people/notice';
import { guarded } from '@/lib/next/guarded';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { requireSession } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { atLeast } from '@/src/accounts';
import { flagReasons, problemInWords, refusal } from '@/src/moderation';
import { parsePaperId } from '@/src/papers';

/** Where a reader says what is wrong with a paper. */
async function flagPaper(query: Query) {
  const id = parsePaperId((await queryValue(query, 'id')) ?? '');
  const { viewer } = await requireSession(`/flag/paper?id=${id.ok ? id.value : ''}`);
  const subject = id.ok ? await services().comments.subject(id.value) : null;
  if (subject === null) return <Refused refusal={refusal('no-such-item').refusal} />;
  const problem = problemInWords(await queryValue(query, 'problem'));
  const done = (await queryValue(query, 'done')) === 'flagged';
  return (
    <CommentFrame title="Flag a paper" heading="Flag this paper" subject={subject}>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {done ? (
        <Notice kind="done">Thank you. Moderators look at what several people flag.</Notice>
      ) : (
        <FlagForm subject={{ kind: 'paper', id: subject.id }} reasons={flagReasons('paper')} open />
      )}
      {atLeast(viewer.role, 'moderator') && (
        <p className="disclosed">
          <a href={`/admin/item?kind=paper&id=${subject.id}`} className="font-semibold">
            Moderate this paper
          </a>
        </p>
      )}
    </CommentFrame>
  );
}

export default function Page({ searchParams }: { searchParams: Query }) {
  return guarded(() => flagPaper(searchParams), failed);
}
