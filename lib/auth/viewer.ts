import { findSession, findTokenOwner } from '@/lib/db/viewer-store';
import { siteOrigin } from '@/lib/site-origin';
import type { Viewer } from '@/src/accounts';
import { SCOPES } from '@/src/accounts';
import { bearerToken, hashToken, showsBearer } from './api-token';
import { authSecret, database } from './context';
import { sessionToken } from './session-cookie';

type Asked = { headers: Headers };

/** Who is signed in in the browser that asks, with his session; null when nobody is. */
export async function sessionOf({ headers }: Asked): Promise<SignedIn | null> {
  const token = sessionToken(headers, siteOrigin(), authSecret());
  if (token === undefined) return null;
  const row = await findSession(database(), token);
  if (!row) return null;
  const { sessionId, renewedAt, handleChosen, email, ...person } = row;
  return { viewer: { ...person, via: 'session', scopes: SCOPES }, token, sessionId, renewedAt, handleChosen, email };
}

export type SignedIn = {
  viewer: Viewer;
  token: string;
  sessionId: string;
  renewedAt: Date;
  /** False until a new person has picked his handle. */
  handleChosen: boolean;
  /** His own address, for him alone; a placeholder where his provider gave none. */
  email: string;
};

/** Whose API token a request carries; null without a valid one. */
export async function viewerFromBearer({ headers }: Asked): Promise<Viewer | null> {
  const token = bearerToken(headers);
  if (token === undefined) return null;
  const owner = await findTokenOwner(database(), hashToken(token));
  if (!owner) return null;
  const { id, handle, displayName, role, createdAt, scopes } = owner;
  return { id, handle, displayName, role, createdAt, via: 'token', scopes };
}

/**
 * Who makes this request. One that shows a bearer token is judged by it alone: its cookies are not looked at, which is
 * what lets `guardOrigin` pass it without an Origin.
 */
export async function viewerOf(request: Asked): Promise<Viewer | null> {
  if (showsBearer(request.headers)) return viewerFromBearer(request);
  return (await sessionOf(request))?.viewer ?? null;
}
