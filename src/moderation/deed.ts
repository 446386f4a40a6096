import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok } from '@/src/shared';
import { type BadReason, readReason } from './reason';
import { type Code, refusal } from './sentences';

type Asked = { viewer: Viewer | null; action: 'moderate' | 'administer'; reason: string; now: Date };

/** Whoever wants to do what the public log will tell, if he may, and why he does it. */
export function permitDeed(asked: Asked): Result<{ actor: Viewer; reason: string }, NotPermitted | BadReason> {
  const may = permit(asked.viewer, asked.action, asked.now);
  if (!may.ok) return may;
  const reason = readReason(asked.reason);
  return reason.ok ? ok({ actor: may.value, reason: reason.value }) : reason;
}

/** What came of a deed, in the words of this module. */
export const outcomeOf = <C extends Code>(done: 'done' | C): Result<null, Refusal<C>> =>
  done === 'done' ? ok(null) : refusal(done);
