type Option = { act: string; label: string };

type Props = {
  action: string;
  /** Hidden fields that say what it is about. */
  fields: Record<string, string>;
  /** What can be done; each is a button. */
  options: readonly Option[];
  /** Tells the fields of several forms on a page apart. */
  name: string;
  /** Reasons to choose from; any other may be written. */
  usual?: readonly string[];
};

// Offered, not demanded: most decisions are one of these.
const USUAL = [
  'Spam',
  'Insulting',
  'Not about the paper',
  'Not a research paper',
  'Private details',
  'Within the rules',
];

/** A decision with the reason that will stand in the public log. */
export const ActForm = ({ action, fields, options, name, usual = USUAL }: Props) => (
  <form method="post" action={action} className="act-form">
    {Object.entries(fields).map(([key, value]) => (
      <input key={key} type="hidden" name={key} value={value} />
    ))}
    <div className="field">
      <label htmlFor={`reason-${name}`}>Reason, for everybody to read</label>
      <input
        id={`reason-${name}`}
        name="reason"
        required
        minLength={3}
        maxLength={300}
        list={`usual-${name}`}
        autoComplete="off"
      />
      <datalist id={`usual-${name}`}>
        {usual.map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
    </div>
    <div className="compose-buttons">
      {options.map(({ act, label }, index) => (
        <button
          key={act}
          type="submit"
          name="act"
          value={act}
          className={`form-button ${index === 0 ? 'primary' : ''}`}
        >
          {label}
        </button>
      ))}
    </div>
  </form>
);
