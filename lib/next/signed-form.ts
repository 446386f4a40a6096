import { viewerOf } from '@/lib/auth/viewer';
import type { Viewer } from '@/src/accounts';
import { notAForm, pathWith, readForm, seeOther } from './form';
import { guardOrigin } from './guard-origin';

export type SignedForm = { form: URLSearchParams; viewer: Viewer };

/**
 * The plain form that a signed-in person sent from this site, or the answer to give. Who is not signed in signs in and goes
 * on at `back`.
 */
export async function signedForm(
  request: Request,
  back: (form: URLSearchParams) => string,
): Promise<SignedForm | Response> {
  const foreign = guardOrigin(request);
  if (foreign) return foreign;
  const form = await readForm(request);
  if (!form) return notAForm();
  const viewer = await viewerOf(request);
  // Programs have their API; a form is for the person himself.
  if (viewer?.via === 'session') return { form, viewer };
  return seeOther(pathWith('/sign-in', { next: back(form) }));
}
