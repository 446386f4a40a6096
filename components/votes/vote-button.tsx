import { number } from '../dates';
import { UpvoteIcon } from './upvote-icon';

type Props = {
  paperId: string;
  votes: number;
  outsideVotes: number;
  /** The element that names the paper. */
  describedBy: string;
  /** With the word beside the figure, where it does not stand in the margin of a list. */
  wide?: boolean;
};

/**
 * The upvote button with the count of all votes. The same for every reader: a script marks one's own vote after load,
 * and without one it is a plain form that leads back to the line below it.
 */
export const VoteButton = ({ paperId, votes, outsideVotes, describedBy, wide = false }: Props) => (
  <form
    method="post"
    action={`/papers/${paperId}/upvote`}
    className="vote"
    data-vote={paperId}
    data-wide={wide || undefined}
  >
    <button type="submit" className="vote-button" title="Upvote (u)" aria-describedby={describedBy}>
      <UpvoteIcon />
      <span className={wide ? '' : 'sr-only'}>Upvote</span>
      <span className="sr-only">, </span>
      <span className="vote-count">{number(votes)}</span>
      <span className="sr-only">
        <span className="vote-noun">{votes === 1 ? ' vote' : ' votes'}</span>
        {fromTheHub(votes, outsideVotes)}
      </span>
    </button>
    <span id={`voted-${paperId}`} className="vote-receipt">
      Your upvote is in.
    </span>
  </form>
);

function fromTheHub(votes: number, outsideVotes: number): string {
  if (outsideVotes === 0) return '';
  return votes === outsideVotes ? ', all from the Hub' : `, ${number(outsideVotes)} of them from the Hub`;
}
