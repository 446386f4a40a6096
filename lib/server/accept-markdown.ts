/** Pages that there are as Markdown too. */
const PAGES = /^\/(?:papers|(?:papers|categories|authors)\/.+)$/;

type Wanted = { type: string; quality: number };

const parsed = (accept: string): Wanted[] =>
  accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
    const quality = parameters.find((one) => one.startsWith('q='))?.slice(2);
    return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
  });

/** Whether a client likes Markdown better than HTML (RFC 9110, "Accept"): it names it, and HTML not as high. */
export function prefersMarkdown(accept: string | undefined): boolean {
  if (accept === undefined || !/text\/markdown/i.test(accept)) return false;
  const wanted = parsed(accept);
  const of = (type: string): number => wanted.find((one) => one.type === type)?.quality ?? 0;
  return of('text/markdown') > 0 && of('text/markdown') >= of('text/html');
}

/** The path that answers: that of the page's Markdown where the client prefers it and there is one. */
export const servedPath = (pathname: string, accept: string | undefined): string =>
  PAGES.test(pathname) && !pathname.endsWith('.md') && prefersMarkdown(accept) ? `${pathname}.md` : pathname;
