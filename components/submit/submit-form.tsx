import type { SubmissionDraft } from '@/src/submissions';
import { Field } from '../people/field';

type Props = {
  paperId: string;
  draft: SubmissionDraft | null;
  /** How long a comment may be; null where nobody comments. */
  longestComment: number | null;
};

/** What a submitter may add, and the button that brings the paper to the day's list. */
export const SubmitForm = ({ paperId, draft, longestComment }: Props) => (
  <form method="post" action="/papers/submit/send" className="form mt-8">
    <input type="hidden" name="paper" value={paperId} />
    {longestComment !== null && (
      <div className="compose">
        <label htmlFor="comment" className="mb-1.5 block font-semibold">
          First comment (optional)
        </label>
        <textarea
          id="comment"
          name="comment"
          rows={4}
          maxLength={longestComment}
          dir="auto"
          defaultValue={draft?.comment}
          aria-describedby="comment-hint"
        />
        <p id="comment-hint" className="hint">
          Why is it worth reading? Markdown, <code>$math$</code> and <code>@handle</code>.
        </p>
      </div>
    )}
    <Field
      name="code"
      type="url"
      label="Code (optional)"
      defaultValue={draft?.codeUrl}
      placeholder="https://"
      maxLength={1000}
    />
    <Field
      name="project"
      type="url"
      label="Project page (optional)"
      defaultValue={draft?.projectUrl}
      placeholder="https://"
      maxLength={1000}
    />
    <div className="flex flex-wrap gap-3">
      <button type="submit" className="form-button primary">
        Submit
      </button>
      <a href="/papers/submit" className="form-button">
        Another paper
      </a>
    </div>
  </form>
);
