import type { SaidComment } from '@/src/comments';
import { commentPath, type UtcDay } from '@/src/shared';
import { CommentTime } from '../comments/comment-time';
import { StoredHtml } from '../stored-html';

/** Comments of one person, each with the paper it is on. */
export const SaidList = ({ said, today }: { said: readonly SaidComment[]; today: UtcDay }) => (
  <ol className="log">
    {said.map(({ comment, subject }) => (
      <li key={comment.id}>
        <p className="hint">
          <a href={commentPath(subject.id, comment.id)}>
            <CommentTime at={comment.createdAt} today={today} />
          </a>
          {' on '}
          <a href={commentPath(subject.id, comment.id)} className="font-semibold text-ink">
            <StoredHtml html={subject.titleHtml} />
          </a>
        </p>
        <div dir="auto" className="comment-body">
          <StoredHtml as="div" html={comment.bodyHtml} />
        </div>
      </li>
    ))}
  </ol>
);
