/** Deleting cannot be undone, so it takes a second press. A link to `#delete` opens the fold. */
export const DeleteForm = ({ action }: { action: string }) => (
  <details className="disclosed">
    <summary>Delete</summary>
    <form id="delete" method="post" action={action}>
      <p>The text is gone for good. Where somebody answered, the place stays.</p>
      <button type="submit" className="form-button danger mt-3">
        Delete this comment
      </button>
    </form>
  </details>
);
