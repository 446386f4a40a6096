import type { Comment } from '@/src/comments';
import { commentPath, personPath, type UtcDay } from '@/src/shared';
import { CommentTime } from './comment-time';

type Props = {
  comment: Comment;
  today: UtcDay;
  /** Where the time leads. */
  href?: string;
};

const OFFICES = { member: undefined, moderator: 'Moderator', admin: 'Administrator' } as const;

/** Who says it and when. */
export function CommentHead({ comment, today, href = commentPath(comment.paperId, comment.id) }: Props) {
  const { author } = comment;
  const office = author && OFFICES[author.role];
  return (
    <header className="comment-head">
      {author ? (
        <>
          <img src={`/avatars/${author.handle}.svg`} alt="" width={24} height={24} className="avatar" loading="lazy" />
          <a href={personPath(author.handle)} className="comment-author">
            <bdi>{author.displayName || author.handle}</bdi>
          </a>
          {author.displayName && <span className="text-quiet">@{author.handle}</span>}
          {office && <span className="badge">{office}</span>}
        </>
      ) : (
        <span className="text-quiet">Somebody who has left</span>
      )}
      <a href={href} className="text-quiet">
        <CommentTime at={comment.createdAt} today={today} />
      </a>
      {comment.editedAt && (
        <span className="text-quiet" title={comment.editedAt.toISOString()}>
          edited
        </span>
      )}
    </header>
  );
}
