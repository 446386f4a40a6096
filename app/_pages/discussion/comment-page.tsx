import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { CommentBody } from '@/components/comments/comment-body';
import { CommentHead } from '@/components/comments/comment-head';
import { Notice } from '@/components/people/notice';
import { env } from '@/lib/env';
import { landingOf } from '@/lib/next/comment-landing';
import { pathWith } from '@/lib/next/form';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { currentViewer } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import type { Viewer } from '@/src/accounts';
import { type Comment, type CommentPage, readComment } from '@/src/comments';
import { problemInWords } from '@/src/moderation';
import { commentPath, utcDayOf } from '@/src/shared';
import { Refused } from '../refused';
import { CommentFrame } from './comment-frame';
import { CommentTools } from './comment-tools';
import { Writing } from './writing';

type Asked = { segments: string[]; comment: string };

/** One comment by itself: what it answers, what answers it, and whatever this viewer may do with it. */
export async function commentPage({ segments, comment: id }: Asked, query: Query): Promise<ReactNode> {
  const viewer = await currentViewer();
  const found = await readComment(services().comments, { viewer, mode: env().COMMENTS, id });
  if (!found.ok && found.refusal.code === 'members-only') {
    redirect(pathWith('/sign-in', { next: commentPath(segments.join('/'), id) }));
  }
  if (!found.ok) return <Refused refusal={found.refusal} />;
  const { subject, comment } = found.value;
  if (comment.paperId !== segments.join('/')) redirect(commentPath(comment.paperId, id));
  const problem = problemInWords(await queryValue(query, 'problem'));
  const said = DONE[(await queryValue(query, 'done')) ?? ''];
  return (
    <CommentFrame title="A comment" heading="A comment" subject={subject} back={await landingOf(comment)}>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {said && <Notice kind="done">{said}</Notice>}
      <Thread page={found.value} />
      <Reply page={found.value} viewer={viewer} previews={(await queryValue(query, 'preview')) === '1'} />
      <CommentTools comment={comment} viewer={viewer} />
    </CommentFrame>
  );
}

const DONE: Record<string, string> = { flagged: 'Thank you. Moderators look at what several people flag.' };

function Thread({ page: { parent, comment, replies } }: { page: CommentPage }) {
  return (
    <ol className="comments">
      {parent && <One comment={parent} depth={0} />}
      <One comment={comment} depth={parent ? 1 : 0} own />
      {replies.map((reply) => (
        <One key={reply.id} comment={reply} depth={parent ? 2 : 1} />
      ))}
    </ol>
  );
}

const One = ({ comment, depth, own = false }: { comment: Comment; depth: number; own?: boolean }) => (
  <li id={`comment-${comment.id}`} className="comment" data-depth={depth} data-own-page={own || undefined}>
    {comment.bodyHtml !== '' && <CommentHead comment={comment} today={utcDayOf(requestTime())} />}
    <CommentBody comment={comment} />
  </li>
);

type ReplyProps = { page: CommentPage; viewer: Viewer | null; previews: boolean };

function Reply({ page: { subject, comment }, viewer, previews }: ReplyProps) {
  if (comment.state !== 'shown') return null;
  const here = commentPath(comment.paperId, comment.id);
  return (
    <section id="reply" aria-label="Reply" className="mt-6">
      {subject.locked ? (
        <p className="notice">A moderator has closed this discussion. It can be read, not continued.</p>
      ) : viewer === null ? (
        <a href={pathWith('/sign-in', { next: `${here}#reply` })} className="sheet-button">
          Sign in to reply
        </a>
      ) : (
        <Writing
          viewer={viewer}
          paperId={comment.paperId}
          place={{ kind: 'reply', id: comment.id }}
          previews={previews}
          action="/comments"
          fields={{ paper: comment.paperId, parent: comment.id }}
          label={comment.author ? `Your reply to @${comment.author.handle}` : 'Your reply'}
          button="Reply"
        />
      )}
    </section>
  );
}
