import type { GenericOAuthConfig } from 'better-auth/plugins';
import type { Env } from '@/lib/env';
import { placeholderAddress } from '@/src/accounts';

const ORCID = 'https://orcid.org';
const discovery = (issuer: string): string => `${issuer}/.well-known/openid-configuration`;

/** What better-auth needs to know of the providers that it has built in. */
export const builtInProviders = (env: Env) => ({
  ...(env.GITHUB_CLIENT_ID && env.GITHUB_CLIENT_SECRET
    ? { github: { clientId: env.GITHUB_CLIENT_ID, clientSecret: env.GITHUB_CLIENT_SECRET } }
    : {}),
  ...(env.GOOGLE_CLIENT_ID && env.GOOGLE_CLIENT_SECRET
    ? { google: { clientId: env.GOOGLE_CLIENT_ID, clientSecret: env.GOOGLE_CLIENT_SECRET } }
    : {}),
});

/** What it needs to know of OpenID Connect providers, found by their discovery documents. */
export function openIdProviders(env: Env): GenericOAuthConfig[] {
  // Without keys to check ID tokens against, anybody on the way could say who signs in.
  const common = { requireIdTokenVerification: true, pkce: true };
  return [
    ...(env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
      ? [
          {
            ...common,
            providerId: 'oidc',
            name: env.OIDC_NAME,
            clientId: env.OIDC_CLIENT_ID,
            clientSecret: env.OIDC_CLIENT_SECRET,
            discoveryUrl: discovery(env.OIDC_ISSUER),
            scopes: ['openid', 'email', 'profile'],
          },
        ]
      : []),
    ...(env.ORCID_CLIENT_ID && env.ORCID_CLIENT_SECRET
      ? [
          {
            ...common,
            providerId: 'orcid',
            name: 'ORCID',
            clientId: env.ORCID_CLIENT_ID,
            clientSecret: env.ORCID_CLIENT_SECRET,
            discoveryUrl: discovery(ORCID),
            scopes: ['openid'],
            // ORCID vouches for a person, not for an address of his.
            mapProfileToUser: (profile: Record<string, unknown>) => ({
              email: placeholderAddress(String(profile['sub'])),
              emailVerified: false,
              name: [profile['given_name'], profile['family_name']]
                .filter((part) => typeof part === 'string')
                .join(' '),
            }),
          },
        ]
      : []),
  ];
}
