import type { ReactNode } from 'react';
import { env } from '@/lib/env';
import { landingOf } from '@/lib/next/comment-landing';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { requireSession } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { isEditable, readComment } from '@/src/comments';
import { commentPath } from '@/src/shared';
import { Refused } from '../refused';
import { CommentFrame } from './comment-frame';
import { Writing } from './writing';

/** Where one's own comment is changed. */
export async function editCommentPage(
  { segments, comment: id }: { segments: string[]; comment: string },
  query: Query,
): Promise<ReactNode> {
  const { viewer } = await requireSession(`${commentPath(segments.join('/'), id)}/edit`);
  const found = await readComment(services().comments, { viewer, mode: env().COMMENTS, id });
  if (!found.ok) return <Refused refusal={found.refusal} />;
  const { comment, subject } = found.value;
  if (comment.author?.id !== viewer.id || !isEditable(comment, requestTime())) {
    return <Refused refusal={{ code: 'not-yours', message: 'Only its author can change a comment, for a day.' }} />;
  }
  return (
    <CommentFrame title="Edit a comment" heading="Edit your comment" subject={subject} back={await landingOf(comment)}>
      <Writing
        viewer={viewer}
        paperId={comment.paperId}
        place={{ kind: 'edit', id }}
        previews={(await queryValue(query, 'preview')) === '1'}
        action={`/comments/${id}/edit`}
        fields={{}}
        label="Your comment"
        button="Save"
        text={comment.body}
      />
    </CommentFrame>
  );
}
