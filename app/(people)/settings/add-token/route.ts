import { newApiToken } from '@/lib/auth/api-token';
import { setCookie } from '@/lib/auth/session-cookie';
import { pathWith, seeOther } from '@/lib/next/form';
import { NEW_TOKEN_COOKIE } from '@/lib/next/new-token-cookie';
import { personAction } from '@/lib/next/person-action';
import { services } from '@/lib/services';
import { siteOrigin } from '@/lib/site-origin';
import { createToken } from '@/src/accounts';

const PAGE = '/settings/tokens';

/** Makes an API token and leads to the page that shows it. */
export const POST = personAction(PAGE, async ({ form, session }) => {
  const { token, hash, prefix } = newApiToken();
  const created = await createToken({
    viewer: session.viewer,
    input: { name: form.get('name') ?? '', write: form.get('write') === 'on' },
    made: { hash, prefix },
    now: new Date(),
    store: services().accounts,
  });
  if (!created.ok) return seeOther(pathWith(PAGE, { problem: created.refusal.code }));
  // We keep its hash only; for a minute the browser that asked holds the token, on this one page.
  const shown = setCookie(NEW_TOKEN_COOKIE, token, { site: siteOrigin(), maxAge: 60, path: PAGE });
  return seeOther(`${PAGE}?done=token`, [shown]);
});
