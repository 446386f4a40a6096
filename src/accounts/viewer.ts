export const ROLES = ['member', 'moderator', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = ['read', 'write'] as const;
export type Scope = (typeof SCOPES)[number];

/** Whoever asks, once known: signed in by cookie, or a program with one of his tokens. Never a suspended person. */
export type Viewer = {
  id: string;
  handle: string;
  displayName: string;
  role: Role;
  createdAt: Date;
  via: 'session' | 'token';
  scopes: readonly Scope[];
};

/** The name to show: the display name, or the handle of who gave none. */
export const shownName = (person: Pick<Viewer, 'handle' | 'displayName'>): string =>
  person.displayName || person.handle;
