import { Field } from '../people/field';

type Props = { asked?: string; problem?: string | undefined };

/** Where somebody pastes what leads to a paper. */
export const LookUpForm = ({ asked = '', problem }: Props) => (
  <form method="post" action="/papers/submit/look-up" className="form">
    <Field
      name="paper"
      label="Paper"
      hint="An arXiv id such as 2401.01234, or the address of its arXiv, Hub or alphaXiv page."
      problem={problem}
      defaultValue={asked}
      required
      maxLength={500}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
    />
    <div>
      <button type="submit" className="form-button primary">
        Look it up
      </button>
    </div>
  </form>
);
