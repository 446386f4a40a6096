import type { Item } from '@/src/moderation';
import { commentPath, paperPath, personPath, type UtcDay } from '@/src/shared';
import { CommentTime } from '../comments/comment-time';
import { StoredHtml } from '../stored-html';

type Props = { item: Item; today: UtcDay };

/** A paper or comment as a moderator has to judge it. */
export function ItemView({ item, today }: Props) {
  const { comment, paper } = item;
  return (
    <div>
      <p className="font-serif text-lg font-semibold">
        <a href={comment ? commentPath(paper.id, item.id) : paperPath(paper.id)}>
          {comment && 'A comment on '}
          <StoredHtml html={paper.titleHtml} />
        </a>
      </p>
      <p className="hint">
        {comment?.author && (
          <>
            by <a href={personPath(comment.author.handle)}>@{comment.author.handle}</a>,{' '}
          </>
        )}
        {comment && <CommentTime at={comment.createdAt} today={today} />}
        {item.hidden && <span className="badge ml-2">Hidden</span>}
        {item.locked && <span className="badge ml-2">Discussion closed</span>}
      </p>
      {comment && (
        <div dir="auto" className="comment-body border-l-3 border-rule pl-4">
          {comment.deleted ? (
            <p className="comment-gone">Deleted by its author.</p>
          ) : (
            <StoredHtml as="div" html={comment.bodyHtml} />
          )}
        </div>
      )}
    </div>
  );
}
