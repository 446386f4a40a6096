import type { Env } from '@/lib/env';

export type ProviderId = 'github' | 'google' | 'orcid' | 'oidc';
export type Provider = { id: ProviderId; name: string };

/** The outside providers that the environment sets up, in the order of their buttons. */
export function providersOf(env: Env): Provider[] {
  return [
    ...(env.OIDC_CLIENT_ID ? [{ id: 'oidc' as const, name: env.OIDC_NAME }] : []),
    ...(env.GITHUB_CLIENT_ID ? [{ id: 'github' as const, name: 'GitHub' }] : []),
    ...(env.GOOGLE_CLIENT_ID ? [{ id: 'google' as const, name: 'Google' }] : []),
    ...(env.ORCID_CLIENT_ID ? [{ id: 'orcid' as const, name: 'ORCID' }] : []),
  ];
}
