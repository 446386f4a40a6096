import { StoredHtml } from '../stored-html';

type Props = {
  action: string;
  /** Hidden fields that say what the text is for. */
  fields: Record<string, string>;
  label: string;
  button: string;
  text?: string;
  preview?: string | undefined;
  longest: number;
  /** Tells the fields of several forms on a page apart. */
  name?: string;
};

/** The form for writing. Both buttons work without scripts; the text is kept whatever comes of it. */
export const Compose = ({ action, fields, label, button, text = '', preview, longest, name = 'new' }: Props) => (
  <form method="post" action={action} className="compose" data-compose={name}>
    {Object.entries(fields).map(([key, value]) => (
      <input key={key} type="hidden" name={key} value={value} />
    ))}
    <label htmlFor={`compose-${name}`} className="compose-label">
      {label}
    </label>
    <textarea
      id={`compose-${name}`}
      name="body"
      rows={5}
      maxLength={longest}
      required
      dir="auto"
      defaultValue={text}
      aria-describedby={`compose-${name}-hint`}
    />
    <p id={`compose-${name}-hint`} className="hint">
      Markdown, <code>$math$</code> and <code>@handle</code>. Plain and kind does best.
    </p>
    <div className="compose-buttons">
      <button type="submit" name="intent" value="post" className="form-button primary">
        {button}
      </button>
      <button type="submit" name="intent" value="preview" className="form-button" data-preview>
        Preview
      </button>
    </div>
    <div data-preview-place aria-live="polite">
      {preview !== undefined && <Preview html={preview} />}
    </div>
  </form>
);

const Preview = ({ html }: { html: string }) => (
  <section id="preview" aria-label="Preview" className="preview">
    <h3 className="preview-heading">Preview</h3>
    <div dir="auto" className="comment-body">
      <StoredHtml as="div" html={html} />
    </div>
  </section>
);
