import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { SignedIn } from '@/lib/auth/viewer';
import { sessionOf } from '@/lib/auth/viewer';
import type { Viewer } from '@/src/accounts';
import { pathWith } from './form';

/** The session of the browser that a page is rendered for; null when nobody is signed in. Personal pages only. */
const currentSession = cache(async (): Promise<SignedIn | null> => sessionOf({ headers: await headers() }));

/** Who a personal page is rendered for. Public pages must not ask: they are kept for everybody. */
export const currentViewer = async (): Promise<Viewer | null> => (await currentSession())?.viewer ?? null;

/** The session, or off to the sign-in page and back to `path` afterwards. */
export async function requireSession(path: string): Promise<SignedIn> {
  return (await currentSession()) ?? redirect(pathWith('/sign-in', { next: path }));
}
