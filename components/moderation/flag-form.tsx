import type { FlagReason, ItemRef } from '@/src/moderation';

type Props = { subject: ItemRef; reasons: readonly FlagReason[]; open?: boolean };

/** Says to moderators what is wrong with an item. A link to `#flag` opens the fold. */
export const FlagForm = ({ subject, reasons, open = false }: Props) => (
  <details className="disclosed" open={open}>
    <summary>Flag</summary>
    <form id="flag" method="post" action="/flag">
      <input type="hidden" name="kind" value={subject.kind} />
      <input type="hidden" name="id" value={subject.id} />
      <fieldset>
        <legend className="mb-2">What is wrong? Moderators see how many people flagged, not who.</legend>
        <div className="choice-list">
          {reasons.map((reason) => (
            <label key={reason.code} className="flex items-center gap-2">
              <input type="radio" name="reason" value={reason.code} required /> {reason.label}
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" className="form-button mt-4">
        Flag
      </button>
    </form>
  </details>
);
