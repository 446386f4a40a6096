import type { Facts, VoteState } from './vote-state';
import { REASONS, reasonOf } from './vote-state';

/** What happens to a vote: its person sets or withdraws it, or what is known of person and paper changed. */
export type VoteEvent = 'set' | 'withdraw' | 'judge';

type Kind = 'none' | 'counted' | 'kept';
/** `judged` is `counted`, or the weightiest reason against it. */
type Outcome = { to: 'none' | 'same' | 'judged'; logs: 'set' | 'withdrawn' | null };

/**
 * Every transition there is. Setting what is set and withdrawing what is not are no mistakes: a form sent twice, or a
 * call repeated after a lost answer, ends where the first one did. Only a person's own deed is written to the history.
 */
export const TRANSITIONS: Readonly<Record<Kind, Readonly<Record<VoteEvent, Outcome>>>> = {
  none: {
    set: { to: 'judged', logs: 'set' },
    withdraw: { to: 'same', logs: null },
    judge: { to: 'same', logs: null },
  },
  counted: {
    set: { to: 'same', logs: null },
    withdraw: { to: 'none', logs: 'withdrawn' },
    judge: { to: 'judged', logs: null },
  },
  kept: {
    set: { to: 'same', logs: null },
    withdraw: { to: 'none', logs: 'withdrawn' },
    judge: { to: 'judged', logs: null },
  },
};

export type Transition = { state: VoteState; countChange: -1 | 0 | 1; logs: Outcome['logs'] };

/** What an event makes of a vote, and of the paper's count. */
export function transition(from: VoteState, event: VoteEvent, facts: Facts): Transition {
  const { to, logs } = TRANSITIONS[kindOf(from)][event];
  const state = to === 'judged' ? (reasonOf(facts) ?? 'counted') : to === 'same' ? from : to;
  const difference = Number(state === 'counted') - Number(from === 'counted');
  return { state, countChange: difference as -1 | 0 | 1, logs };
}

const kindOf = (state: VoteState): Kind =>
  REASONS.some((reason) => reason === state) ? 'kept' : state === 'none' ? 'none' : 'counted';
