export { cleanDisplayName, parseDisplayName } from './display-name';
export { isPlaceholderAddress, parseEmailAddress, placeholderAddress } from './email-address';
export type { BadHandle, Handle } from './handle';
export { newcomerHandle, parseHandle, proposeHandles } from './handle';
export type { Action, NotPermitted } from './permissions';
export { atLeast, PERMISSIONS, permit } from './permissions';
export type { AccountStore, NewToken, Person, Self, SessionEntry, TokenEntry } from './store';
export type { Role, Scope, Viewer } from './viewer';
export { ROLES, SCOPES, shownName } from './viewer';
