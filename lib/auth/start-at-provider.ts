import { limit } from '@/lib/db/rate-limit';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { providerAuth } from './auth';
import { database } from './context';
import type { ProviderId } from './providers';

const PATIENCE_MS = 8_000;

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
    const begun = providerAuth().api.signInSocial({
      body: {
        provider,
        callbackURL: `/welcome?next=${encodeURIComponent(next)}`,
        errorCallbackURL: `/sign-in${back}`,
        disableRedirect: true,
      },
      headers,
      returnHeaders: true,
    });
    const { response, headers: made } = await within(PATIENCE_MS, begun);
    if (!response.url) return refuse('provider-down', 'The provider gave no address.');
    return ok({ address: response.url, cookies: made.getSetCookie() });
  } catch (error) {
    console.error(`Signing in with ${provider} could not begin:`, error);
    return refuse('provider-down', 'The provider cannot be reached.');
  }
}

// The library puts no limit on its first look for a provider.
function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
