import { pathWith, seeOther } from '@/lib/next/form';
import { makeToken } from '@/lib/next/people/new-token';
import { personAction } from '@/lib/next/people/person-action';
import { services } from '@/lib/services';
import { createToken } from '@/src/accounts';

const PAGE = '/settings/tokens';

/** Makes an API token and leads to the page that shows it. */
export const POST = personAction(PAGE, async ({ form, session }) => {
  // We keep its hash only; for a minute the browser that asked holds the token, on this one page.
  const { kept, shown } = makeToken();
  const created = await createToken({
    viewer: session.viewer,
    input: { name: form.get('name') ?? '', write: form.get('write') === 'on' },
    made: kept,
    now: new Date(),
    store: services().accounts,
  });
  if (!created.ok) return seeOther(pathWith(PAGE, { problem: created.refusal.code }));
  return seeOther(`${PAGE}?done=token`, [shown]);
});
