import type { OwnClaim } from '@/src/claims';
import { Moment } from '../people/moment';
import { Notice } from '../people/notice';

type Props = { claim: OwnClaim; paperId: string; now: Date };

/** What became of a claim, for whoever made it. */
export const ClaimState = ({ claim, paperId, now }: Props) => (
  <>
    <Notice kind="done">
      {claim.status === 'pending' && (
        <>
          You said so on <Moment at={claim.createdAt} now={now} />. It waits for a moderator.
        </>
      )}
      {claim.status === 'approved' && 'You are confirmed as an author of this paper; its page names you.'}
      {claim.status === 'rejected' && (
        <>
          A moderator did not confirm this. The{' '}
          <a href="/moderation" className="underline">
            public log
          </a>{' '}
          says why.
        </>
      )}
    </Notice>
    {claim.status !== 'rejected' && (
      <form method="post" action="/claim/send">
        <input type="hidden" name="paper" value={paperId} />
        <button type="submit" name="intent" value="take-back" className="form-button">
          Take it back
        </button>
      </form>
    )}
  </>
);
