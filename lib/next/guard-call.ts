import { guardOrigin } from './guard-origin';

/**
 * As `guardOrigin`, for calls of programs: undefined when the request may go on. Who shows nothing at all, neither token
 * nor cookie nor Origin, is no page's victim but a program without its token, and is told so.
 */
export function guardCall(request: Request): { status: 401 | 403; error: string } | undefined {
  if (!guardOrigin(request)) return undefined;
  const shows = ['authorization', 'cookie', 'origin'].some((name) => request.headers.has(name));
  return shows
    ? { status: 403, error: 'This call came from another site. Send it from a page of this site, or with a token.' }
    : { status: 401, error: 'Send a token that you made in your settings, as “Authorization: Bearer …”.' };
}
