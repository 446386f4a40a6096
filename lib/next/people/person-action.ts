import type { SignedIn } from '@/lib/auth/viewer';
import { sessionOf } from '@/lib/auth/viewer';
import { notAForm, pathWith, readForm, seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';

type Action = (context: { request: Request; form: URLSearchParams; session: SignedIn }) => Promise<Response>;

/**
 * The handler of a form that only a signed-in person can send: from this site, as a plain form. Who is not signed in (any
 * more) signs in and lands on the page `back`.
 */
export const personAction =
  (back: string, act: Action) =>
  async (request: Request): Promise<Response> => {
    const foreign = guardOrigin(request);
    if (foreign) return foreign;
    const form = await readForm(request);
    if (!form) return notAForm();
    const session = await sessionOf(request);
    if (!session) return seeOther(pathWith('/sign-in', { next: back }));
    return act({ request, form, session });
  };
