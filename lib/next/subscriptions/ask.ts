import { env } from '@/lib/env';
import { clientKey } from '@/lib/next/client-address';
import { notAForm, readForm, seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';
import { services } from '@/lib/services';
import { requestSubscription } from '@/src/subscriptions';
import { letters } from './letters';
import { newSecret } from './link-tokens';
import { preferencesIn } from './preferences-form';
import { keepTyped, rememberAsked } from './typed-form';

const PAGE = '/subscribe';

/** Mails a link to the address in the form, and leads to the page that says so. */
export async function askToSubscribe(request: Request): Promise<Response> {
  const foreign = guardOrigin(request);
  if (foreign) return foreign;
  const form = await readForm(request);
  if (!form) return notAForm();
  const asked = await requestSubscription(
    { store: services().subscriptions, letters, newSecret },
    {
      input: { ...preferencesIn(form), email: form.get('email') },
      client: clientKey(request.headers),
      carried: env().ARXIV_CATEGORIES,
      now: new Date(),
    },
  );
  // As it was typed: a domain in Unicode would not be known again in ASCII.
  if (asked.ok) return seeOther(`${PAGE}/check`, [rememberAsked(form.get('email')?.trim() ?? '')]);
  return seeOther(`${PAGE}?problem=1`, keepTyped(form, asked.refusal.message, PAGE));
}
