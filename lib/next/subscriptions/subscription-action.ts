import { notAForm, pathWith, readForm, seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';
import { managedBy } from './link-tokens';
import { keepTyped } from './typed-form';

type Context = { params: Promise<{ token: string }> };
type Managed = { subscriberId: string; form: URLSearchParams; now: Date };

/** Where a deed leads: what the page behind the link is to say, or another answer. */
type Outcome = { done: string } | { problem: string } | Response;

/** The page behind a link. */
export const pageOf = (token: string): string => `/subscription/${encodeURIComponent(token)}`;

/**
 * The handler of a form on the page of a subscription: whoever holds its link may send it, from this site. A link that does
 * not hold leads back to the page, which says so.
 */
export const subscriptionAction =
  (deed: (managed: Managed) => Promise<Outcome>) =>
  async (request: Request, { params }: Context): Promise<Response> => {
    const foreign = guardOrigin(request);
    if (foreign) return foreign;
    const form = await readForm(request);
    if (!form) return notAForm();
    const { token } = await params;
    const now = new Date();
    const subscriberId = await managedBy(token, now);
    if (subscriberId === null) return seeOther(pageOf(token));
    const outcome = await deed({ subscriberId, form, now });
    if (outcome instanceof Response) return outcome;
    if ('done' in outcome) return seeOther(pathWith(pageOf(token), outcome));
    return seeOther(`${pageOf(token)}?problem=1`, keepTyped(form, outcome.problem, '/subscription'));
  };
