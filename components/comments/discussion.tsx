import type { Discussion, DiscussionOptions, Order } from '@/src/comments';
import { discussionPath, type UtcDay } from '@/src/shared';
import { counted } from '../dates';
import { Pagination } from '../feed/pagination';
import { CommentItem } from './comment-item';
import { Compose } from './compose';

type Props = {
  discussion: Discussion;
  today: UtcDay;
  /** The address of the same discussion in another order or on another page. */
  href: (options: DiscussionOptions) => string;
  longest: number;
  signInPath: string;
  /** Whether the page is made for a person who is signed in; otherwise the browser finds out. */
  personal?: boolean;
};

const ORDER_WORDS: Record<Order, { label: string; title: string }> = {
  best: { label: 'Best', title: 'Threads that more people took part in come first; newer ones gain' },
  newest: { label: 'Newest', title: 'The latest thread first' },
};

/** A paper's discussion. */
export function DiscussionSection({ discussion, today, href, longest, signInPath, personal = false }: Props) {
  const { subject, comments, total, order, page, pages } = discussion;
  return (
    <section id="comments" aria-labelledby="comments-heading" className="discussion" data-discussion={subject.id}>
      <div className="discussion-head">
        <h2 id="comments-heading">{total === 0 ? 'Discussion' : counted(total, 'comment')}</h2>
        {total > 1 && <Orders order={order} href={href} />}
      </div>
      {subject.locked ? (
        <p className="notice mt-4">A moderator has closed this discussion. It can be read, not continued.</p>
      ) : (
        <Writing
          paperId={subject.id}
          longest={longest}
          signInPath={signInPath}
          personal={personal}
          first={total === 0}
        />
      )}
      {comments.length > 0 && (
        <ol className="comments">
          {comments.map((comment) => (
            <CommentItem key={comment.id} comment={comment} today={today} locked={subject.locked} />
          ))}
        </ol>
      )}
      <Pagination page={page} pages={pages} href={(at) => `${href({ order, page: at })}#comments`} />
    </section>
  );
}

const Orders = ({ order, href }: { order: Order; href: Props['href'] }) => (
  <nav aria-label="Order of comments" className="choices no-print">
    {(Object.keys(ORDER_WORDS) as Order[]).map((each) => (
      <a
        key={each}
        href={`${href({ order: each, page: 1 })}#comments`}
        title={ORDER_WORDS[each].title}
        aria-current={each === order ? 'true' : undefined}
      >
        {ORDER_WORDS[each].label}
      </a>
    ))}
  </nav>
);

type WritingProps = { paperId: string; longest: number; signInPath: string; personal: boolean; first: boolean };

const Writing = ({ paperId, longest, signInPath, personal, first }: WritingProps) => (
  <div className="no-print">
    {first && <p className="mt-3 text-quiet">Nobody has said anything yet.</p>}
    <p className={`mt-4 ${personal ? 'hidden' : 'when-signed-out'}`}>
      <a href={signInPath} className="sheet-button scripted-only">
        Sign in to comment
      </a>
      <a href={`${discussionPath(paperId)}/new`} className="sheet-button unscripted-only">
        Write a comment
      </a>
    </p>
    <div className={personal ? '' : 'when-signed-in'}>
      <Compose action="/comments" fields={{ paper: paperId }} label="Your comment" button="Post" longest={longest} />
    </div>
  </div>
);
