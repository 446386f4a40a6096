import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from './browser';
import { Browser } from './browser';
import type { FakeOidc } from './fake-oidc';
import { startFakeOidc } from './fake-oidc';
import type { HttpApp } from './http-app';
import { startHttpApp } from './http-app';

const client = { id: 'broadsheet', secret: 'a secret between the two' };
let provider: FakeOidc;
let app: HttpApp;

beforeAll(async () => {
  provider = await startFakeOidc(client);
  app = await startHttpApp({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: 'the laboratory',
    ADMIN_EMAILS: 'boss@example.org',
    LOG_LEVEL: 'error',
  });
});
afterAll(async () => {
  await app.close();
  await provider.close();
});
beforeEach(async () => {
  await app.database.empty();
  provider.claims = { sub: 'person-1', email: 'ada@example.org', email_verified: true, name: 'Ada \u202eLovelace' };
  provider.tamper = (token) => token;
});

const people = () => app.database.sql<Record<string, unknown>[]>`
  SELECT email, email_verified AS verified, display_name AS name, role, handle FROM users ORDER BY created_at, id`;
const me = async (browser: Browser): Promise<unknown> => JSON.parse((await browser.get('/api/me')).body);

async function begin(browser: Browser, next = '/papers'): Promise<string> {
  const answer = await browser.post('/sign-in/with', { provider: 'oidc', next });
  expect(answer.status).toBe(200);
  const address = /content="0;url=([^"]+)"/.exec(answer.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(address).toMatch(new RegExp(`^${provider.issuer}/authorize\\?`));
  return address;
}
const signIn = async (browser: Browser, next?: string): Promise<Answer> =>
  browser.get(provider.authorize(await begin(browser, next)));

describe('signing in at a provider', () => {
  test('makes an account, keeps none of the provider’s tokens, and leads to where the person was going', async () => {
    const browser = new Browser(app);
    const answer = await signIn(browser, '/papers/2401.01234');
    expect([answer.status, answer.headers['location']]).toEqual([303, '/welcome?next=%2Fpapers%2F2401.01234']);
    expect(await me(browser)).toMatchObject({ signedIn: true, displayName: 'Ada Lovelace' });
    expect(await people()).toMatchObject([{ email: 'ada@example.org', verified: true, role: 'member' }]);
    const rows = await app.database.sql<{ row: string }[]>`SELECT i::text AS row FROM identities i`;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toMatch(/token/);
    expect(browser.jar.has('broadsheet.signed_in')).toBe(true);
  });

  test('asks with a code, PKCE, a state and a nonce', async () => {
    await signIn(new Browser(app));
    expect(Object.fromEntries(provider.asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${app.origin}/api/auth/callback/oidc`,
      nonce: expect.stringMatching(/.{16,}/),
      state: expect.stringMatching(/.{16,}/),
    });
  });

  test('a second time is the same person, also under another address', async () => {
    await signIn(new Browser(app));
    provider.claims = { ...provider.claims, email: 'ada.new@example.org' };
    await signIn(new Browser(app));
    expect(await people()).toMatchObject([{ email: 'ada@example.org' }]);
  });

  test('with a confirmed address joins the account that a mailed link made', async () => {
    await new Browser(app).signIn('ada@example.org');
    const browser = new Browser(app);
    await signIn(browser);
    expect(await people()).toHaveLength(1);
    expect(await me(browser)).toMatchObject({ signedIn: true });
  });
});

describe('who cannot prove it gets no session', () => {
  const refused = async (browser: Browser, answer: Answer, code: string): Promise<void> => {
    expect(answer.status).toBe(303);
    expect(new URL(String(answer.headers['location']), app.origin).pathname).toBe('/sign-in');
    expect(new URL(String(answer.headers['location']), app.origin).searchParams.get('error')).toBe(code);
    expect(await me(browser)).toEqual({ signedIn: false });
  };

  test.each([false, undefined, 'false', 0, null])('an address that is vouched for with %j', async (email_verified) => {
    provider.claims = { sub: 'eve', email: 'boss@example.org', email_verified, name: 'Eve' };
    const browser = new Browser(app);
    await refused(browser, await signIn(browser), 'email_not_verified');
    expect(await people()).toEqual([]);
  });

  test('somebody else’s address, unconfirmed, does not open his account', async () => {
    await new Browser(app).signIn('boss@example.org');
    provider.claims = { sub: 'eve', email: 'boss@example.org', email_verified: false };
    const browser = new Browser(app);
    await refused(browser, await signIn(browser), 'account_not_linked');
    expect(await app.database.sql`SELECT 1 FROM identities`).toHaveLength(0);
  });

  test('no address at all', async () => {
    provider.claims = { sub: 'eve' };
    const browser = new Browser(app);
    const answer = await signIn(browser);
    expect(answer.cookies.join()).not.toContain('session_token=');
    expect(await people()).toEqual([]);
  });

  test('a suspended person', async () => {
    await signIn(new Browser(app));
    await app.database.sql`UPDATE users SET suspended_at = now()`;
    const browser = new Browser(app);
    await refused(browser, await signIn(browser), 'account_suspended');
  });

  test.each([
    ['another signature', (token: string) => `${token.slice(0, -8)}AAAAAAAA`],
    ['no signature', (token: string) => `${base({ alg: 'none' })}.${token.split('.')[1]}.`],
    ['another audience', (token: string) => withClaims(token, { aud: 'somebody-else' })],
    ['a subject changed on the way', (token: string) => withClaims(token, { sub: 'boss' })],
  ])('an ID token with %s', async (_, tamper) => {
    provider.tamper = tamper;
    const browser = new Browser(app);
    await refused(browser, await signIn(browser), 'unable_to_get_user_info');
    expect(await people()).toEqual([]);
  });

  test('a callback begun in another browser', async () => {
    const back = provider.authorize(await begin(new Browser(app)));
    const victim = new Browser(app);
    const answer = await victim.get(back);
    await refused(victim, answer, 'state_mismatch');
  });

  test('a callback used twice', async () => {
    const browser = new Browser(app);
    const back = provider.authorize(await begin(browser));
    await browser.get(back);
    const again = new Browser(app);
    for (const [name, value] of browser.jar) if (!name.includes('session')) again.jar.set(name, value);
    await refused(again, await again.get(back), 'state_mismatch');
  });

  test('claims cannot give a role, a handle or an id', async () => {
    provider.claims = {
      ...provider.claims,
      role: 'admin',
      handle: 'root',
      id: '0'.repeat(24),
      image: 'https://evil.example/x.png',
      suspendedAt: null,
    };
    await signIn(new Browser(app));
    expect(await people()).toMatchObject([{ role: 'member', handle: expect.stringMatching(/^reader-/) }]);
  });
});

test('who is named in ADMIN_EMAILS becomes an administrator once his address is confirmed', async () => {
  provider.claims = { sub: 'boss', email: 'boss@example.org', email_verified: true };
  await signIn(new Browser(app));
  expect(await people()).toMatchObject([{ email: 'boss@example.org', role: 'admin' }]);
});

test('where ADMIN_EMAILS names others, the first account is a member', async () => {
  await new Browser(app).signIn('first@example.org');
  expect(await people()).toMatchObject([{ role: 'member' }]);
});

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/..//evil.example',
])('next=%j does not lead away', async (next) => {
  const answer = await signIn(new Browser(app), next);
  expect(answer.headers['location']).toBe('/welcome?next=%2F');
});

test.each(['github', 'google', 'orcid', '', '../oidc', 'constructor', '__proto__'])(
  'a button for %j is not there',
  async (id) => {
    const answer = await new Browser(app).post('/sign-in/with', { provider: id });
    expect([answer.status, answer.headers['location']]).toEqual([303, '/sign-in']);
  },
);

test('what the provider says of an error is not repeated as a place to go', async () => {
  const browser = new Browser(app);
  const state = new URL(await begin(browser)).searchParams.get('state') ?? '';
  const answer = await browser.get(
    `/api/auth/callback/oidc?${new URLSearchParams({ error: 'access_denied', state, callbackURL: 'https://evil.example', redirectTo: 'https://evil.example' })}`,
  );
  expect(String(answer.headers['location'])).toMatch(new RegExp(`^(?:${app.origin})?/sign-in\\?`));
});

const base = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
function withClaims(token: string, change: object): string {
  const [head, body = '', signature] = token.split('.');
  return `${head}.${base({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), ...change })}.${signature}`;
}
