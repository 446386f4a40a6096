import { Field } from './field';

type Props = { value: string; problem?: string | undefined };

export const HandleField = ({ value, problem }: Props) => (
  <Field
    name="handle"
    label="Handle"
    hint="3 to 30 of a–z, 0–9 and hyphens"
    problem={problem}
    defaultValue={value}
    required
    maxLength={31}
    autoComplete="username"
    autoCapitalize="none"
    spellCheck={false}
  />
);
