import { env, isDevelopment } from '@/lib/env';
import { isOwnServer } from '@/lib/next/own-server';

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/i;

/**
 * Whether a request was made on this very machine: our server says so in a header that no client can send. The
 * development server has none of ours before it, so there it must listen on a loopback address and be called by one.
 */
export function isLocalRequest(headers: Headers): boolean {
  if (isOwnServer()) return headers.get('x-broadsheet-local') === '1';
  return isDevelopment() && LOOPBACK.test(env().HOST) && LOOPBACK.test(headers.get('host') ?? '');
}
