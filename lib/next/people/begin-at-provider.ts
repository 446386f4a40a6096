import { providersOf } from '@/lib/auth/providers';
import { startAtProvider } from '@/lib/auth/start-at-provider';
import { env } from '@/lib/env';
import { clientKey } from '@/lib/next/client-address';
import { notAForm, pathWith, readForm, seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';
import { escapeHtml } from '@/src/mail';
import { sameSitePath } from '@/src/shared';

/** Sends a browser to the provider whose button was pressed. */
export async function beginAtProvider(request: Request): Promise<Response> {
  const foreign = guardOrigin(request);
  if (foreign) return foreign;
  const form = await readForm(request);
  if (!form) return notAForm();
  const next = sameSitePath(form.get('next'));
  const provider = providersOf(env()).find(({ id }) => id === form.get('provider'));
  if (!provider) return seeOther('/sign-in');
  const { headers } = request;
  const started = await startAtProvider({ provider: provider.id, next, client: clientKey(headers), headers });
  if (!started.ok)
    return seeOther(pathWith('/sign-in', { next: next === '/' ? '' : next, error: started.refusal.code }));
  return onwards(started.value.address, provider.name, started.value.cookies);
}

// Our policy lets forms lead to this site only, and browsers hold redirects after a form to that: a page that refreshes
// itself is a new navigation.
function onwards(address: string, name: string, cookies: readonly string[]): Response {
  const href = escapeHtml(address);
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>On to ${escapeHtml(name)}</title><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><meta http-equiv="refresh" content="0;url=${href}"></head><body><p><a href="${href}">Go on to ${escapeHtml(name)}</a></p></body></html>`,
    { headers },
  );
}
