type Props = {
  paperId: string;
  /** The element that names the paper. */
  describedBy: string;
  /** As a button beside others, not in a line of quiet links. */
  boxed?: boolean;
};

/**
 * Keeps a paper. The same for every reader: a script marks what one keeps after load, and without one it is a plain form
 * that leads to the paper's page among the saved.
 */
export const SaveButton = ({ paperId, describedBy, boxed = false }: Props) => (
  <form method="post" action={`/papers/${paperId}/save`} className="save" data-save={paperId}>
    <button type="submit" className={boxed ? 'sheet-button' : ''} title="Save (s)" aria-describedby={describedBy}>
      Save
    </button>
  </form>
);
