type Props = {
  paperId: string;
  /** Where the reader came from. */
  back: string;
  voted: boolean;
  /** Why the upvote does not count. */
  note: string | null;
  /** A withdrawn paper takes no upvote. */
  closed: boolean;
  /** The reader pressed the button before he signed in; a script then sends the form at once. */
  meant: boolean;
};

/** One's own vote for a paper, as buttons that need no script. */
export const VoteChoice = ({ paperId, back, voted, note, closed, meant }: Props) => (
  <div className="form">
    {note && <p className="notice">{note}</p>}
    {!voted && closed && <p>This paper was withdrawn, so it takes no more upvotes.</p>}
    <div className="flex flex-wrap gap-3">
      {(voted || !closed) && (
        <form method="post" action={`/papers/${paperId}/upvote`} data-meant-vote={meant || undefined}>
          <input type="hidden" name="vote" value={voted ? 'withdraw' : 'set'} />
          <input type="hidden" name="back" value={back} />
          <button type="submit" className={`form-button ${voted ? '' : 'primary'}`}>
            {voted ? 'Withdraw my upvote' : 'Upvote'}
          </button>
        </form>
      )}
      <a href={back} className="form-button">
        Go back
      </a>
    </div>
  </div>
);
