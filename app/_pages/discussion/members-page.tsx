import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { env } from '@/lib/env';
import { discussionOptions } from '@/lib/next/discussion-options';
import type { Query } from '@/lib/next/query';
import { requireSession } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { parsePaperId } from '@/src/papers';
import { discussionPath, paperPath } from '@/src/shared';
import { Refused } from '../refused';
import { CommentFrame } from './comment-frame';
import { CommentsSection } from './comments-section';

/** The discussion by itself, where it is for members only; elsewhere it stands on the paper's page. */
export async function membersDiscussionPage(segments: string[], query: Query): Promise<ReactNode> {
  const id = parsePaperId(segments.join('/'));
  if (!id.ok) return <Refused refusal={{ code: 'not-an-id', message: id.refusal.message }} />;
  if (env().COMMENTS !== 'members') redirect(`${paperPath(id.value)}#comments`);
  const { viewer } = await requireSession(discussionPath(id.value));
  const subject = await services().comments.subject(id.value);
  if (subject === null) return <Refused refusal={{ code: 'no-such-paper', message: 'This paper is not here.' }} />;
  return (
    <CommentFrame title="Discussion" heading="Discussion" subject={subject}>
      <CommentsSection paperId={id.value} options={await discussionOptions(query)} viewer={viewer} />
    </CommentFrame>
  );
}
