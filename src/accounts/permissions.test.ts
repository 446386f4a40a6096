import { describe, expect, test } from 'vitest';
import type { Action } from './permissions';
import { PERMISSIONS, permit } from './permissions';
import type { Role, Viewer } from './viewer';
import { ROLES } from './viewer';

const now = new Date('2026-11-23T12:00:00Z');
const viewer = (change: Partial<Viewer> = {}): Viewer => ({
  id: '0123456789abcdef01234567',
  handle: 'ada',
  displayName: 'Ada',
  role: 'member',
  createdAt: new Date('2026-01-01T00:00:00Z'),
  via: 'session',
  scopes: ['read', 'write'],
  ...change,
});
const code = (who: Viewer | null, action: Action): string => {
  const answer = permit(who, action, now);
  return answer.ok ? 'ok' : answer.refusal.code;
};

const actions = Object.keys(PERMISSIONS) as Action[];
const allowed: Record<Role, Action[]> = {
  member: actions.filter((action) => action !== 'moderate' && action !== 'administer'),
  moderator: actions.filter((action) => action !== 'administer'),
  admin: actions,
};

test.each(actions)('signed out, nobody may %s', (action) => {
  expect(code(null, action)).toBe('signed-out');
});

describe.each(ROLES)('a %s', (role) => {
  test.each(actions)('and %s', (action) => {
    expect(code(viewer({ role }), action)).toBe(allowed[role].includes(action) ? 'ok' : 'not-allowed');
  });
});

test.each(['vote', 'comment', 'submit', 'flag', 'moderate'] as const)(
  'a token that only reads may not %s',
  (action) => {
    const reader = viewer({ role: 'admin', via: 'token', scopes: ['read'] });
    expect(code(reader, action)).toBe('scope');
  },
);

test.each(['edit-profile', 'manage-access', 'export', 'delete-account', 'administer'] as const)(
  'no token may %s, whatever its scopes',
  (action) => {
    expect(code(viewer({ role: 'admin', via: 'token' }), action)).toBe('scope');
  },
);

test('flagging opens after seven whole days, for moderators at once', () => {
  const sixDays = new Date('2026-11-16T12:00:01Z');
  expect(code(viewer({ createdAt: sixDays }), 'flag')).toBe('too-new');
  expect(code(viewer({ createdAt: new Date('2026-11-16T12:00:00Z') }), 'flag')).toBe('ok');
  expect(code(viewer({ createdAt: sixDays, role: 'moderator' }), 'flag')).toBe('ok');
});

test('the refusal says what to do', () => {
  const answer = permit(null, 'vote', now);
  expect(answer).toMatchObject({ ok: false, refusal: { message: 'Sign in to vote.' } });
});
