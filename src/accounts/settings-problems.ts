import { MOST_TOKENS } from './create-token';
import { parseHandle } from './handle';

const PROBLEMS: Record<string, string> = {
  'too-many-handles': 'You have chosen several handles in the last 30 days. Wait a while before the next one.',
  'long-name': 'A name has at most 60 characters.',
  'no-such-session': 'This session has ended already.',
  'no-such-token': 'This token has been revoked already.',
  'bad-token-name': 'Give the token a name of at most 60 characters, such as “laptop”.',
  'too-many-tokens': `You have ${MOST_TOKENS} tokens. Revoke one that you do not use.`,
  'not-confirmed': 'Type your handle exactly as it is shown to delete the account.',
  'too-many-exports': 'You have exported your data several times in this hour. Wait a while.',
};

/** The sentence for a problem's code that a settings form led back with; undefined without one. */
export const settingsProblem = (code: string | undefined): string | undefined =>
  code === undefined ? undefined : Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : 'That did not work. Try again.';

/** What is wrong with a handle that was typed, in the words of the check that refused it. */
export function handleProblem(code: string | undefined, typed: string): string | undefined {
  if (code === undefined) return undefined;
  if (code === 'taken') return 'This handle belongs to somebody else, or did. Choose another.';
  const parsed = parseHandle(typed);
  return parsed.ok ? settingsProblem(code) : parsed.refusal.message;
}
