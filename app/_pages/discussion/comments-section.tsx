import { DiscussionSection } from '@/components/comments/discussion';
import { env } from '@/lib/env';
import { discussionAt } from '@/lib/next/comment-landing';
import { pathWith } from '@/lib/next/form';
import { requestTime } from '@/lib/next/reads';
import { services } from '@/lib/services';
import type { Viewer } from '@/src/accounts';
import { type DiscussionOptions, discussionQuery, LONGEST_COMMENT, readDiscussion } from '@/src/comments';
import type { PaperId } from '@/src/papers';
import { discussionPath, utcDayOf } from '@/src/shared';

type Props = { paperId: PaperId; options: DiscussionOptions; viewer?: Viewer | null };

/** A paper's discussion: as everybody sees it where no viewer is given. Nothing where comments are off. */
export async function CommentsSection({ paperId, options, viewer = null }: Props) {
  const mode = env().COMMENTS;
  const discussion = await readDiscussion(services().comments, { viewer, mode, paperId, ...options });
  if (!discussion.ok) {
    return discussion.refusal.code === 'members-only' ? <MembersOnly paperId={paperId} /> : null;
  }
  return (
    <DiscussionSection
      discussion={discussion.value}
      today={utcDayOf(requestTime())}
      href={(wanted) => `${discussionAt(paperId)}${discussionQuery(wanted)}`}
      longest={LONGEST_COMMENT}
      signInPath={pathWith('/sign-in', { next: `${discussionPath(paperId)}/new` })}
      personal={viewer !== null}
    />
  );
}

const MembersOnly = ({ paperId }: { paperId: PaperId }) => (
  <section id="comments" aria-labelledby="comments-heading" className="discussion no-print">
    <div className="discussion-head">
      <h2 id="comments-heading">Discussion</h2>
    </div>
    <p className="mt-3 text-quiet">Members of this instance discuss papers among themselves.</p>
    <p className="mt-4">
      <a href={discussionPath(paperId)} className="sheet-button">
        Read the discussion
      </a>
    </p>
  </section>
);
