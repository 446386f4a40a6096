import type { ReactNode } from 'react';
import { requireSession } from '@/lib/next/viewer';
import type { Viewer } from '@/src/accounts';
import { atLeast } from '@/src/accounts';
import { Refused } from '../refused';

/** A page for moderators and administrators. Others learn that it is not for them; who is signed out signs in first. */
export async function adminPage(path: string, page: (viewer: Viewer) => Promise<ReactNode>): Promise<ReactNode> {
  const { viewer } = await requireSession(path);
  if (atLeast(viewer.role, 'moderator')) return page(viewer);
  return <Refused refusal={{ code: 'not-allowed', message: 'This page is for moderators of this instance.' }} />;
}
