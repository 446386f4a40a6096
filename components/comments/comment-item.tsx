import type { ShownComment } from '@/src/comments';
import { commentPath, type UtcDay } from '@/src/shared';
import { CommentBody } from './comment-body';
import { CommentHead } from './comment-head';

type Props = { comment: ShownComment; today: UtcDay; locked: boolean };

/** A comment in its discussion. What depends on the reader is revealed by the browser module, once it knows who reads. */
export function CommentItem({ comment, today, locked }: Props) {
  const page = commentPath(comment.paperId, comment.id);
  const shown = comment.state === 'shown';
  return (
    <li
      id={`comment-${comment.id}`}
      className="comment"
      data-depth={comment.depth}
      data-comment={shown ? comment.id : undefined}
      data-author={comment.author?.handle}
      data-created={shown ? comment.createdAt.toISOString() : undefined}
    >
      {shown && <CommentHead comment={comment} today={today} />}
      {comment.answers && (
        <p className="comment-answers">
          in reply to <a href={`#comment-${comment.answers.id}`}>{comment.answers.name}</a>
        </p>
      )}
      <CommentBody comment={comment} />
      {shown && (
        <p className="comment-actions no-print">
          {!locked && (
            <a href={`${page}#reply`} data-reply>
              Reply<span className="sr-only"> to {comment.author?.handle ?? 'this comment'}</span>
            </a>
          )}
          <a href={`${page}/edit`} data-own="edit" hidden>
            Edit
          </a>
          <a href={`${page}#delete`} data-own="delete" hidden>
            Delete
          </a>
          <a href={`${page}#flag`} data-others>
            Flag
          </a>
          <a href={`/admin/item?kind=comment&id=${comment.id}`} data-moderators hidden>
            Moderate
          </a>
        </p>
      )}
    </li>
  );
}
