import type { LogEntry } from '@/src/moderation';

const ROLES = { member: 'a member', moderator: 'a moderator', admin: 'an administrator' } as const;

const DEEDS: Record<string, Record<string, string>> = {
  paper: {
    hide: 'took out of the lists:',
    restore: 'put back into the lists:',
    lock: 'closed the discussion of',
    unlock: 'opened the discussion of',
    dismiss: 'found nothing wrong with',
    'confirm-author': 'confirmed an author of',
    'reject-author': 'did not confirm an author of',
  },
  comment: {
    hide: 'hid a comment on',
    restore: 'restored a comment on',
    dismiss: 'found nothing wrong with a comment on',
  },
  user: { suspend: 'suspended', reinstate: 'reinstated' },
  ring: { 'take-out-votes': 'took out of the count the votes of', 'put-back-votes': 'counted again the votes of' },
};

/** What a line of the log says was done, up to the name of whom or what. */
export function deedInWords({ action, subjectKind, detail }: LogEntry): string {
  if (action === 'change-role' && detail.to) return `made ${ROLES[detail.to]} of`;
  return DEEDS[subjectKind]?.[action] ?? `${action.replaceAll('-', ' ')}:`;
}

/** Who acted. */
export const actorInWords = ({ actor, automatic }: LogEntry): string =>
  actor ? `@${actor.handle}` : automatic ? 'The system' : 'A moderator who has left';
