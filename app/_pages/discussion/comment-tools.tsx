import { DeleteForm } from '@/components/comments/delete-form';
import { FlagForm } from '@/components/moderation/flag-form';
import { requestTime } from '@/lib/next/reads';
import { atLeast, type Viewer } from '@/src/accounts';
import { type Comment, isEditable } from '@/src/comments';
import { flagReasons } from '@/src/moderation';
import { commentPath } from '@/src/shared';

type Props = { comment: Comment; viewer: Viewer | null };

/** What a viewer may do with a comment besides answering it. */
export function CommentTools({ comment, viewer }: Props) {
  if (viewer === null || comment.state === 'deleted') return null;
  const here = commentPath(comment.paperId, comment.id);
  const own = comment.author?.id === viewer.id;
  return (
    <div className="mt-8 max-w-[42rem]">
      {own && isEditable(comment, requestTime()) && (
        <p className="disclosed">
          <a href={`${here}/edit`} className="font-semibold">
            Edit
          </a>
        </p>
      )}
      {own && <DeleteForm action={`/comments/${comment.id}/delete`} />}
      {!own && comment.state === 'shown' && (
        <FlagForm subject={{ kind: 'comment', id: comment.id }} reasons={flagReasons('comment')} />
      )}
      {atLeast(viewer.role, 'moderator') && (
        <p className="disclosed">
          <a href={`/admin/item?kind=comment&id=${comment.id}`} className="font-semibold">
            Moderate this comment
          </a>
        </p>
      )}
    </div>
  );
}
