import type { ReactNode } from 'react';
import { env } from '@/lib/env';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { requireSession } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { mayRead } from '@/src/comments';
import { parsePaperId } from '@/src/papers';
import { discussionPath } from '@/src/shared';
import { Refused } from '../refused';
import { CommentFrame } from './comment-frame';
import { Writing } from './writing';

/** Where a comment is written without scripts, and where its preview is shown. */
export async function newCommentPage(segments: string[], query: Query): Promise<ReactNode> {
  const id = parsePaperId(segments.join('/'));
  if (!id.ok) return <Refused refusal={{ code: 'not-an-id', message: id.refusal.message }} />;
  const { viewer } = await requireSession(`${discussionPath(id.value)}/new`);
  const open = mayRead(env().COMMENTS, viewer);
  if (!open.ok) return <Refused refusal={open.refusal} />;
  const subject = await services().comments.subject(id.value);
  if (subject === null) return <Refused refusal={{ code: 'no-such-paper', message: 'This paper is not here.' }} />;
  return (
    <CommentFrame title="Write a comment" heading="Write a comment" subject={subject}>
      {subject.locked ? (
        <p className="notice">A moderator has closed this discussion. It can be read, not continued.</p>
      ) : (
        <Writing
          viewer={viewer}
          paperId={id.value}
          place={{ kind: 'new' }}
          previews={(await queryValue(query, 'preview')) === '1'}
          action="/comments"
          fields={{ paper: id.value }}
          label="Your comment"
          button="Post"
        />
      )}
    </CommentFrame>
  );
}
