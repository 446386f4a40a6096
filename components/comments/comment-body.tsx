import type { Comment } from '@/src/comments';
import { StoredHtml } from '../stored-html';

const GONE = { deleted: 'Deleted by its author.', hidden: 'Hidden by a moderator.' } as const;

/** What was said, or what became of it. */
export function CommentBody({ comment }: { comment: Comment }) {
  if (comment.bodyHtml === '')
    return <p className="comment-gone">{GONE[comment.state === 'hidden' ? 'hidden' : 'deleted']}</p>;
  return (
    <div dir="auto" className="comment-body">
      {comment.state === 'hidden' && (
        <p className="comment-gone">Hidden by a moderator; only you and moderators see it.</p>
      )}
      <StoredHtml as="div" html={comment.bodyHtml} />
    </div>
  );
}
