export type { Action, NotPermitted } from './permissions';
export { atLeast, PERMISSIONS, permit } from './permissions';
export type { Role, Scope, Viewer } from './viewer';
export { ROLES, SCOPES, shownName } from './viewer';
