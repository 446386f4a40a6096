import { randomBytes } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import type { GenericOAuthConfig } from 'better-auth/plugins';
import { genericOAuth, magicLink } from 'better-auth/plugins';
import { enterAccount } from '@/lib/db/enter-account';
import { newObjectId } from '@/lib/db/object-id';
import { prisma } from '@/lib/db/prisma';
import type { Env } from '@/lib/env';
import { env } from '@/lib/env';
import { createLog } from '@/lib/log';
import { siteOrigin } from '@/lib/site-origin';
import { cleanDisplayName, isPlaceholderAddress, newcomerHandle } from '@/src/accounts';
import { authSecret, database } from './context';
import { LINK_MINUTES } from './link-minutes';
import { builtInProviders, openIdProviders } from './provider-options';
import { sendSignInLink } from './send-sign-in-link';
import { cookiePrefix, SESSION_SECONDS } from './session-cookie';

export const AUTH_PATH = '/api/auth';

// better-auth guards the secrets of signing in; limits, origins, pages and everything after are ours.
function createAuth(settings: Env, openId: GenericOAuthConfig[]) {
  const site = siteOrigin();
  const log = createLog({ level: settings.LOG_LEVEL });
  return betterAuth({
    baseURL: site.origin,
    basePath: AUTH_PATH,
    secret: authSecret(),
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_, message) => log.warn(`Sign-in: ${message}`) },
    database: prismaAdapter(prisma(settings.DATABASE_URL ?? ''), { provider: 'postgresql', transaction: true }),
    onAPIError: { errorURL: `${site.origin}/sign-in` },
    rateLimit: { enabled: false },
    socialProviders: builtInProviders(settings),
    plugins: [
      magicLink({
        expiresIn: LINK_MINUTES * 60,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token, metadata }) => sendSignInLink({ email, token, next: metadata?.['next'] }),
      }),
      genericOAuth({ config: openId }),
    ],
    session: { expiresIn: SESSION_SECONDS },
    account: { modelName: 'identity', updateAccountOnSignIn: false },
    user: {
      fields: { name: 'displayName' },
      additionalFields: { handle: { type: 'string', input: false, required: false } },
      validateUserInfo: ({ user, source }) => refuseUnproven(user, source.method),
    },
    databaseHooks: {
      user: {
        create: {
          before: async (user) => ({
            data: {
              ...user,
              name: cleanDisplayName(user.name ?? '').slice(0, 60),
              handle: newcomerHandle(randomBytes(4).toString('hex')),
              image: undefined,
            },
          }),
        },
      },
      account: { create: { before: async (account) => ({ data: withoutTokens(account) }) } },
      session: { create: { before: (session) => admit(session.userId, settings) } },
    },
    advanced: {
      cookiePrefix: cookiePrefix(site),
      // The prefix already says so where the site is https; better-auth would put its own before it.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: site.protocol === 'https:', sameSite: 'lax', httpOnly: true, path: '/' },
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
      database: { generateId: newObjectId, validateSchema: false },
    },
  });
}

// An address that its provider does not vouch for may be anybody's, such as an administrator's.
function refuseUnproven(user: { email?: string; emailVerified?: boolean }, method: string) {
  if (method !== 'oauth' || user.emailVerified || isPlaceholderAddress(user.email ?? '')) return;
  return { error: 'email_not_verified' };
}

const withoutTokens = <Account extends object>(account: Account) => ({
  ...account,
  accessToken: undefined,
  refreshToken: undefined,
  idToken: undefined,
  accessTokenExpiresAt: undefined,
  refreshTokenExpiresAt: undefined,
  scope: undefined,
});

async function admit(userId: string, { ADMIN_EMAILS }: Env): Promise<void> {
  const entered = await enterAccount(database(), { userId, adminAddresses: ADMIN_EMAILS });
  if (!entered) throw new APIError('FORBIDDEN', { code: 'account_suspended', message: 'This account is suspended.' });
}

type Auth = ReturnType<typeof createAuth>;
const kept = globalThis as { broadsheetAuth?: Auth; broadsheetProviderAuth?: Auth };

/** The process's better-auth. Made on first use, so that reading the feed never waits for it. */
export function auth(): Auth {
  kept.broadsheetAuth ??= createAuth(env(), []);
  return kept.broadsheetAuth;
}

/** The same with the OpenID Connect providers, whose documents it fetches first: a slow one holds up no mailed link. */
export function providerAuth(): Auth {
  kept.broadsheetProviderAuth ??= createAuth(env(), openIdProviders(env()));
  return kept.broadsheetProviderAuth;
}
