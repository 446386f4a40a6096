import { notAForm, pathWith, readForm, seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';
import { services } from '@/lib/services';
import { unsubscribe } from '@/src/subscriptions';
import { unsubscribedBy } from './link-tokens';
import { pageOf } from './subscription-action';

type Context = { params: Promise<{ token: string }> };

const said = (sentence: string, status: number): Response =>
  new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store' },
  });

/**
 * Unsubscribes at once, as mail programs ask for it (RFC 8058): a POST by no browser of ours, without cookies or an Origin,
 * whose body says nothing that the link does not.
 */
export async function oneClick(request: Request, { params }: Context): Promise<Response> {
  await request.body?.cancel();
  const now = new Date();
  const subscriberId = await unsubscribedBy((await params).token, now);
  if (subscriberId === null) return said('This link is not one of ours, or no longer works.', 404);
  await unsubscribe(services().subscriptions, { subscriberId, now });
  return said('You are unsubscribed.', 200);
}

/** For people who open the link: a page with a button, because programs that scan mail open every link in it. */
export const showButton = async (_request: Request, { params }: Context): Promise<Response> =>
  seeOther(pathWith(pageOf((await params).token), { leave: '1' }));

/** The button on that page. */
export async function leaveByButton(request: Request, { params }: Context): Promise<Response> {
  const foreign = guardOrigin(request);
  if (foreign) return foreign;
  if (!(await readForm(request))) return notAForm();
  const { token } = await params;
  const now = new Date();
  const subscriberId = await unsubscribedBy(token, now);
  if (subscriberId !== null) await unsubscribe(services().subscriptions, { subscriberId, now });
  return seeOther(pathWith(pageOf(token), { done: 'left' }));
}
