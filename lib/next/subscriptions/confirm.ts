import { notAForm, pathWith, readForm, seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';
import { services } from '@/lib/services';
import { confirmSubscription, refuseMail } from '@/src/subscriptions';
import { hashToken, managePath } from './link-tokens';

const PAGE = '/subscribe/link';

type Deed = (link: { hash: string; now: Date }) => Promise<string>;

/** The handler of a button on the page behind a confirmation link; `deed` tells where it leads. */
const linkButton = (deed: Deed) => async (request: Request) => {
  const foreign = guardOrigin(request);
  if (foreign) return foreign;
  const form = await readForm(request);
  if (!form) return notAForm();
  return seeOther(await deed({ hash: hashToken(form.get('token') ?? ''), now: new Date() }));
};

/** Starts the subscription that a mailed link is for, and leads to its preferences. */
export const confirmByLink = linkButton(async (link) => {
  const confirmed = await confirmSubscription(services().subscriptions, link);
  return confirmed.ok ? pathWith(managePath(confirmed.value.id), { done: 'confirmed' }) : PAGE;
});

/** Stops all mail to the address that a confirmation was sent to. */
export const refuseByLink = linkButton(async (link) => {
  const refused = await refuseMail(services().subscriptions, link);
  return refused.ok ? pathWith(PAGE, { done: 'refused' }) : PAGE;
});
