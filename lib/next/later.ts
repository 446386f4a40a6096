import { after } from 'next/server';
import { isOwnServer } from './own-server';

/**
 * Does work that the answer does not wait for. In our own server it just goes on; a host that stops a process after its answer
 * has to be told.
 */
export function later(work: () => Promise<void>): void {
  if (isOwnServer()) void work();
  else after(work);
}
