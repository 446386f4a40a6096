import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { Role, Scope, Viewer } from './viewer';
import { ROLES } from './viewer';

type Rule = {
  /** The least role that may. */
  role: Role;
  scope: Scope;
  /** Days that the account must have existed; moderators are exempt. */
  age?: number;
  /** Only by hand: a token that leaked must not be able to take the account over. */
  byHand?: true;
  /** Completes "Sign in to …" and "… may …". */
  deed: string;
};

/** Who may do what. Every use case that changes something asks `permit` on its first line. */
export const PERMISSIONS = {
  'read-own': { role: 'member', scope: 'read', deed: 'see what is yours' },
  vote: { role: 'member', scope: 'write', deed: 'vote' },
  save: { role: 'member', scope: 'write', deed: 'save papers' },
  comment: { role: 'member', scope: 'write', deed: 'comment' },
  submit: { role: 'member', scope: 'write', deed: 'submit papers' },
  claim: { role: 'member', scope: 'write', byHand: true, deed: 'claim papers' },
  flag: { role: 'member', scope: 'write', age: 7, deed: 'flag' },
  'edit-profile': { role: 'member', scope: 'write', byHand: true, deed: 'change your profile' },
  'manage-access': { role: 'member', scope: 'write', byHand: true, deed: 'manage sessions and tokens' },
  'manage-webhooks': { role: 'member', scope: 'write', byHand: true, deed: 'manage webhooks' },
  subscribe: { role: 'member', scope: 'write', byHand: true, deed: 'subscribe' },
  export: { role: 'member', scope: 'read', byHand: true, deed: 'export your data' },
  'delete-account': { role: 'member', scope: 'write', byHand: true, deed: 'delete your account' },
  moderate: { role: 'moderator', scope: 'write', deed: 'moderate' },
  administer: { role: 'admin', scope: 'write', byHand: true, deed: 'administer this instance' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof PERMISSIONS;
export type NotPermitted = Refusal<'signed-out' | 'not-allowed' | 'too-new' | 'scope'>;

const DAY_MS = 86_400_000;
const rank = (role: Role): number => ROLES.indexOf(role);

/** Whether `role` is at least `least`. */
export const atLeast = (role: Role, least: Role): boolean => rank(role) >= rank(least);

/** The viewer, if he may do `action` now; otherwise a sentence that says what is missing. */
export function permit(viewer: Viewer | null, action: Action, now: Date): Result<Viewer, NotPermitted> {
  const rule: Rule = PERMISSIONS[action];
  if (!viewer) return refuse('signed-out', `Sign in to ${rule.deed}.`);
  if (!atLeast(viewer.role, rule.role)) {
    const who = rule.role === 'admin' ? 'administrators' : 'moderators';
    return refuse('not-allowed', `Only ${who} may ${rule.deed}.`);
  }
  if (rule.byHand && viewer.via === 'token') {
    return refuse('scope', `A token cannot ${rule.deed}. Sign in and do it by hand.`);
  }
  if (!viewer.scopes.includes(rule.scope)) {
    return refuse('scope', `This token lacks the scope “${rule.scope}”. Make one that has it in your settings.`);
  }
  const days = (now.getTime() - viewer.createdAt.getTime()) / DAY_MS;
  if (rule.age !== undefined && days < rule.age && !atLeast(viewer.role, 'moderator')) {
    return refuse('too-new', `Accounts may ${rule.deed} from their ${rule.age}th day on.`);
  }
  return ok(viewer);
}
