import { limit } from '@/lib/db/rate-limit';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { auth } from './auth';
import { database } from './context';
import type { ProviderId } from './providers';

type Start = { provider: ProviderId; next: string; client: string; headers: Headers };

/** Where to send a browser that wants to sign in at a provider, and the cookies that tie the answer to it. */
export async function startAtProvider(
  start: Start,
): Promise<Result<{ address: string; cookies: string[] }, Refusal<'too-many' | 'provider-down'>>> {
  const { provider, next, client, headers } = start;
  const allowed = await limit(database(), { key: `provider ${client}`, max: 30, perSeconds: 900 });
  if (!allowed.allowed) return refuse('too-many', 'Too many sign-ins were begun.');
  const back = next === '/' ? '' : `?next=${encodeURIComponent(next)}`;
  try {
    const { response, headers: made } = await auth().api.signInSocial({
      body: {
        provider,
        callbackURL: `/welcome?next=${encodeURIComponent(next)}`,
        errorCallbackURL: `/sign-in${back}`,
        disableRedirect: true,
      },
      headers,
      returnHeaders: true,
    });
    if (!response.url) return refuse('provider-down', 'The provider gave no address.');
    return ok({ address: response.url, cookies: made.getSetCookie() });
  } catch (error) {
    console.error(`Signing in with ${provider} could not begin:`, error);
    return refuse('provider-down', 'The provider cannot be reached.');
  }
}
