type Props = { paperId: string; longest: number };

/** The form with which somebody says that a paper is his. */
export const ClaimForm = ({ paperId, longest }: Props) => (
  <form method="post" action="/claim/send" className="compose max-w-[38rem]">
    <input type="hidden" name="paper" value={paperId} />
    <p className="mb-5 font-serif text-lg">
      Say so, and a moderator looks at it. Then the paper’s page names you as one of its authors, and your own upvote of
      it is kept but no longer counted.
    </p>
    <label htmlFor="note" className="compose-label">
      What helps to confirm it <span className="font-normal text-quiet">(optional)</span>
    </label>
    <textarea id="note" name="note" rows={3} maxLength={longest} dir="auto" aria-describedby="note-hint" />
    <p id="note-hint" className="hint">
      Such as your page at your institute, or your ORCID. Only moderators read this.
    </p>
    <div className="compose-buttons">
      <button type="submit" name="intent" value="claim" className="form-button primary">
        I am an author
      </button>
    </div>
  </form>
);
