export { changeRole } from './change-role';
export { decideClaim } from './decide-claim';
export { flagItem } from './flag-item';
export { type FlagReason, flagReasons, reasonLabel } from './flag-reasons';
export { moderateItem } from './moderate-item';
export type {
  AccountDeed,
  ClaimDecision,
  ClaimDeed,
  Flagged,
  Item,
  ItemDeed,
  ModerationStore,
  PersonRow,
  QueuedItem,
  RoleDeed,
  WaitingClaim,
} from './moderation-store';
export { CLAIM_DECISIONS } from './moderation-store';
export { findPeople, readClaims, readItem, readLog, readQueue } from './read-moderation';

export { problemInWords, refusal } from './sentences';
export type { AccountAct, ItemAct, ItemKind, ItemRef, LogEntry } from './subject';
export { ACCOUNT_ACTS, ITEM_ACTS, ITEM_KINDS } from './subject';
export { suspendAccount } from './suspend-account';
export { isUndoable, undoEntry } from './undo-entry';
