import { env } from '@/lib/env';
import { services } from '@/lib/services';
import { type Comment, discussionQuery, pageOfComment } from '@/src/comments';
import { discussionPath, paperPath } from '@/src/shared';

/** Where a paper's discussion is shown: on the paper's own page, or, when it is for members, on one of its own. */
export const discussionAt = (paperId: string): string =>
  env().COMMENTS === 'members' ? discussionPath(paperId) : paperPath(paperId);

/** The address of a comment in its discussion, on whichever page of it. */
export async function landingOf({ paperId, id }: Pick<Comment, 'paperId' | 'id'>): Promise<string> {
  const page = await pageOfComment(services().comments, { paperId, id, order: 'best' });
  return `${discussionAt(paperId)}${discussionQuery({ order: 'best', page: page ?? 1 })}#comment-${id}`;
}
