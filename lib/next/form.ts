const TYPE = 'application/x-www-form-urlencoded';
const NO_STORE = { 'cache-control': 'private, no-store' };

/** A plain form's fields; undefined when the request is not one. Of a field given twice the first counts. */
export async function readForm(request: Request): Promise<URLSearchParams | undefined> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== TYPE) return undefined;
  return new URLSearchParams(await request.text());
}

/** The answer to a body that is not a plain form. */
export const notAForm = (): Response =>
  new Response('Send a plain form (application/x-www-form-urlencoded).\n', {
    status: 415,
    headers: { ...NO_STORE, 'content-type': 'text/plain; charset=utf-8' },
  });

/** Sends a browser on to a page of this site after a form; relative, so that it stays under the name it came by. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ ...NO_STORE, location: path });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** A path with a query, empty values left out. */
export function pathWith(path: string, query: Record<string, string | undefined>): string {
  const entries = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
}

/** The page of this site's that a form was sent from, as far as the browser tells; a claim, to be held against the site. */
export function refererOf(request: Request): string | undefined {
  const referer = request.headers.get('referer');
  if (referer === null || !URL.canParse(referer)) return undefined;
  const { pathname, search } = new URL(referer);
  return pathname + search;
}
