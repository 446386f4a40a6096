import type { Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok } from '@/src/shared';
import { changeRole, type RoleRefusal } from './change-role';
import { type DecideRefusal, decideClaim } from './decide-claim';
import { type ModerateRefusal, moderateItem } from './moderate-item';
import type { ModerationStore } from './moderation-store';
import { readReason } from './reason';
import { refusal } from './sentences';
import { ITEM_KINDS, type LogEntry } from './subject';
import { type SuspendRefusal, suspendAccount } from './suspend-account';

export type UndoRefusal =
  | ModerateRefusal
  | SuspendRefusal
  | RoleRefusal
  | DecideRefusal
  | Refusal<'no-such-entry' | 'undone-before' | 'not-undoable'>;

type Asked = { viewer: Viewer | null; input: { entry: number; reason: string }; now: Date };

const INVERSE = { hide: 'restore', lock: 'unlock' } as const;
const CLAIM_INVERSE = { 'confirm-author': 'rejected', 'reject-author': 'approved' } as const;
const UNDOABLE = new Set(['hide', 'lock', 'suspend', 'change-role', 'take-out-votes', ...Object.keys(CLAIM_INVERSE)]);

/** Whether a line of the log is something that can still be taken back. */
export const isUndoable = (entry: Pick<LogEntry, 'action' | 'undoneAt'>): boolean =>
  entry.undoneAt === null && UNDOABLE.has(entry.action);

/** Takes back what a line of the log says. The line stays, marked as undone, and a new one says who undid it and why. */
export async function undoEntry(
  store: ModerationStore,
  { viewer, input, now }: Asked,
): Promise<Result<null, UndoRefusal>> {
  const may = permit(viewer, 'moderate', now);
  if (!may.ok) return may;
  const entry = await store.entry(input.entry);
  if (entry === null) return refusal('no-such-entry');
  if (entry.undoneAt !== null) return refusal('undone-before');
  const { reason } = input;
  const kind = ITEM_KINDS.find((known) => known === entry.subjectKind);
  if (kind !== undefined && (entry.action === 'hide' || entry.action === 'lock')) {
    const act = INVERSE[entry.action];
    return moderateItem(store, { viewer, input: { kind, id: entry.subjectId, act, reason }, now });
  }
  if ((entry.action === 'confirm-author' || entry.action === 'reject-author') && entry.detail.person !== undefined) {
    const claim = { userId: entry.detail.person, paper: entry.subjectId, to: CLAIM_INVERSE[entry.action] };
    return decideClaim(store, { viewer, input: { ...claim, reason }, now });
  }
  if (entry.action === 'suspend') {
    return suspendAccount(store, { viewer, input: { act: 'reinstate', userId: entry.subjectId, reason }, now });
  }
  if (entry.action === 'change-role' && entry.detail.from !== undefined) {
    const { from: to } = entry.detail;
    return changeRole(store, { viewer, input: { userId: entry.subjectId, to, reason, undoes: entry.id }, now });
  }
  if (entry.action === 'take-out-votes') {
    const said = readReason(reason);
    if (!said.ok) return said;
    const deed = { ringId: Number(entry.subjectId), actorId: may.value.id, reason: said.value, now };
    return (await store.undoRing(deed)) === 'done' ? ok(null) : refusal('undone-before');
  }
  return refusal('not-undoable');
}
