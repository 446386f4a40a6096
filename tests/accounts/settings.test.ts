import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { viewerFromBearer, viewerOf } from '@/lib/auth/viewer';
import { permit } from '@/src/accounts';
import { ask, Browser, FORM } from './browser';
import type { HttpApp } from './http-app';
import { startHttpApp } from './http-app';

let app: HttpApp;
let ada: Browser;
let eve: Browser;
beforeAll(async () => {
  app = await startHttpApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.database.empty();
  ada = new Browser(app, { 'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/140.0' });
  eve = new Browser(app);
  await ada.signIn('ada@example.org');
  await eve.signIn('eve@example.org');
});

type Row = Record<string, unknown>;
const person = async (email: string): Promise<Row> =>
  (await app.database.sql<Row[]>`SELECT * FROM users WHERE email = ${email}`)[0] ?? {};
const me = async (browser: Browser): Promise<Row> => JSON.parse((await browser.get('/api/me')).body);
const where = async (browser: Browser, path: string, fields: Record<string, string> = {}) =>
  (await browser.post(path, fields)).headers['location'];

async function token(browser: Browser, fields: Record<string, string> = {}): Promise<string> {
  const answer = await browser.post('/settings/add-token', { name: 'laptop', ...fields });
  return /broadsheet\.new_token=([^;]+)/.exec(answer.cookies.join())?.[1] ?? '';
}
const bearer = (value: string) => ({ headers: new Headers({ authorization: `Bearer ${value}` }) });

describe('a handle', () => {
  test('is taken in small letters, and the old one stays its person’s', async () => {
    expect(await where(ada, '/settings/choose-handle', { handle: 'Ada-L' })).toBe('/settings?done=handle');
    expect(await where(ada, '/settings/choose-handle', { handle: 'countess' })).toBe('/settings?done=handle');
    expect(await me(ada)).toMatchObject({ handle: 'countess' });
    for (const handle of ['ada-l', 'ADA-L', 'countess']) {
      expect(await where(eve, '/settings/choose-handle', { handle })).toMatch(/^\/settings\?problem=taken&/);
    }
    expect(await where(ada, '/settings/choose-handle', { handle: 'ada-l' })).toBe('/settings?done=handle');
  });

  test('asked for by both at once goes to one', async () => {
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all(
        [ada, eve].map((browser) => where(browser, '/settings/choose-handle', { handle: `wanted-${round}` })),
      );
      expect(answers.filter((location) => location === '/settings?done=handle').length).toBeLessThanOrEqual(1);
      const owners = await app.database.sql`SELECT 1 FROM users WHERE handle = ${`wanted-${round}`}`;
      expect(owners.length).toBeLessThanOrEqual(1);
    }
  });

  test('can be changed four times in thirty days', async () => {
    for (let n = 0; n < 4; n++)
      expect(await where(ada, '/settings/choose-handle', { handle: `ada-${n}` })).toBe('/settings?done=handle');
    expect(await where(ada, '/settings/choose-handle', { handle: 'ada-4' })).toMatch(/problem=too-many-handles/);
    await app.database.sql`UPDATE handles SET taken_at = now() - interval '31 days'`;
    expect(await where(ada, '/settings/choose-handle', { handle: 'ada-4' })).toBe('/settings?done=handle');
  });

  test.each([
    'аdа',
    'a\u200bda',
    '\u202eada',
    'admin',
    'adm1n',
    'a',
    'x'.repeat(31),
    'ada lovelace',
    '<b>',
    "a'; DROP TABLE users;--",
  ])('%j is refused and nothing changes', async (handle) => {
    const before = await person('ada@example.org');
    expect(await where(ada, '/settings/choose-handle', { handle })).toMatch(
      /^\/settings\?problem=(?:bad|reserved)-handle&handle=/,
    );
    expect(await person('ada@example.org')).toEqual(before);
  });

  test('chosen on the welcome page leads on, but not away', async () => {
    expect(await where(ada, '/settings/choose-handle', { handle: 'ada-l', next: '/papers/x' })).toBe('/papers/x');
    expect(await where(eve, '/settings/choose-handle', { handle: 'eve-l', next: '//evil.example' })).toBe('/');
    expect(await where(eve, '/settings/choose-handle', { handle: '-', next: '//evil.example' })).toBe(
      '/welcome?problem=bad-handle&handle=-&next=%2F',
    );
  });

  test('left by a deleted account can be had by nobody', async () => {
    await ada.post('/settings/choose-handle', { handle: 'countess' });
    await ada.post('/settings/delete-account', { handle: 'countess' });
    expect(await where(eve, '/settings/choose-handle', { handle: 'countess' })).toMatch(/problem=taken/);
  });
});

describe('the profile', () => {
  test('changes by its two fields, cleaned', async () => {
    await ada.post('/settings/save-profile', { displayName: ' Ada\u202e \u200bLovelace ', upvotesHidden: 'on' });
    expect(await person('ada@example.org')).toMatchObject({ display_name: 'Ada Lovelace', upvotes_hidden: true });
    await ada.post('/settings/save-profile', { displayName: '' });
    expect(await person('ada@example.org')).toMatchObject({ display_name: '', upvotes_hidden: false });
  });

  test('and by no other, at no address', async () => {
    const before = await person('eve@example.org');
    const evil = {
      role: 'admin',
      'user.role': 'admin',
      'role[]': 'admin',
      is_admin: 'true',
      id: String((await person('ada@example.org'))['id']),
      userId: String((await person('ada@example.org'))['id']),
      email: 'root@example.org',
      email_verified: 'true',
      emailVerified: 'true',
      suspended_at: '',
      suspendedAt: '',
      created_at: '2000-01-01',
      createdAt: '2000-01-01',
      handle_chosen_at: '2000-01-01',
      constructor: 'x',
    };
    for (const path of ['/settings/save-profile', '/settings/add-token', '/settings/revoke-other-sessions']) {
      await eve.post(path, { ...evil, displayName: '', name: 'x' });
    }
    const { updated_at: _a, ...after } = await person('eve@example.org');
    const { updated_at: _b, ...same } = before;
    expect(after).toEqual(same);
    expect((await person('ada@example.org'))['email']).toBe('ada@example.org');
  });

  test('a name of sixty-one letters is refused', async () => {
    expect(await where(ada, '/settings/save-profile', { displayName: 'x'.repeat(61) })).toBe(
      '/settings?problem=long-name',
    );
  });
});

describe('sessions', () => {
  const ids = async (email: string): Promise<string[]> =>
    (
      await app.database.sql<{ id: string }[]>`
      SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.email = ${email} ORDER BY s.created_at`
    ).map(({ id }) => id);

  test('of somebody else cannot be ended', async () => {
    const [victim = ''] = await ids('ada@example.org');
    expect(await where(eve, '/settings/revoke-session', { session: victim })).toBe(
      '/settings/sessions?problem=no-such-session',
    );
    expect(await me(ada)).toMatchObject({ signedIn: true });
  });

  test('one’s own can, and then its cookie opens nothing', async () => {
    const phone = new Browser(app);
    await phone.signIn('ada@example.org');
    const [, second = ''] = await ids('ada@example.org');
    expect(await where(ada, '/settings/revoke-session', { session: second })).toBe('/settings/sessions?done=session');
    expect(await me(phone)).toEqual({ signedIn: false });
    expect(await me(ada)).toMatchObject({ signedIn: true });
  });

  test('all others end at once, and nobody else’s', async () => {
    const others = [new Browser(app), new Browser(app)];
    for (const browser of others) await browser.signIn('ada@example.org');
    expect(await where(ada, '/settings/revoke-other-sessions')).toBe('/settings/sessions?done=others');
    for (const browser of others) expect(await me(browser)).toEqual({ signedIn: false });
    for (const browser of [ada, eve]) expect(await me(browser)).toMatchObject({ signedIn: true });
  });

  test('ending the one that asks signs out', async () => {
    const [own = ''] = await ids('ada@example.org');
    expect(await where(ada, '/settings/revoke-session', { session: own })).toBe('/');
    expect(ada.jar.has('broadsheet.session_token')).toBe(false);
  });

  test.each(['', "' OR '1'='1", '%', '0'.repeat(24), '{"$ne":null}'])('the id %j ends nothing', async (session) => {
    expect(await where(ada, '/settings/revoke-session', { session })).toBe(
      '/settings/sessions?problem=no-such-session',
    );
    expect(await ids('eve@example.org')).toHaveLength(1);
  });
});

describe('API tokens', () => {
  test('act as their person within their scopes, and are stored as a hash', async () => {
    const reading = await token(ada);
    const writing = await token(ada, { write: 'on' });
    expect(writing).toMatch(/^bs_[\w-]{43}$/);
    const reader = await viewerFromBearer(bearer(reading));
    const writer = await viewerFromBearer(bearer(writing));
    expect(reader).toMatchObject({ via: 'token', scopes: ['read'], id: (await person('ada@example.org'))['id'] });
    expect(permit(reader, 'vote', new Date())).toMatchObject({ ok: false });
    expect(permit(writer, 'vote', new Date())).toMatchObject({ ok: true });
    expect(permit(writer, 'manage-access', new Date())).toMatchObject({ ok: false });
    const rows = await app.database.sql<{ row: string }[]>`SELECT t::text AS row FROM api_tokens t`;
    for (const { row } of rows) for (const value of [reading, writing]) expect(row).not.toContain(value);
  });

  test('tell when they were last used', async () => {
    const value = await token(ada);
    const used = async () =>
      (await app.database.sql<{ at: Date | null }[]>`SELECT last_used_at AS at FROM api_tokens`)[0]?.at;
    expect(await used()).toBeNull();
    await viewerFromBearer(bearer(value));
    expect(await used()).toBeInstanceOf(Date);
  });

  test('are worthless once revoked, and once their person is suspended', async () => {
    const [revoked, kept] = [await token(ada), await token(ada, { name: 'other' })];
    const [row] = await app.database.sql<{ id: string }[]>`SELECT id FROM api_tokens WHERE name = 'laptop'`;
    expect(await where(ada, '/settings/revoke-token', { token: row?.id ?? '' })).toBe('/settings/tokens?done=revoked');
    expect(await viewerFromBearer(bearer(revoked))).toBeNull();
    expect(await viewerFromBearer(bearer(kept))).not.toBeNull();
    await app.database.sql`UPDATE users SET suspended_at = now() WHERE email = 'ada@example.org'`;
    expect(await viewerFromBearer(bearer(kept))).toBeNull();
  });

  test('of somebody else cannot be revoked', async () => {
    const value = await token(ada);
    const [row] = await app.database.sql<{ id: string }[]>`SELECT id FROM api_tokens`;
    expect(await where(eve, '/settings/revoke-token', { token: row?.id ?? '' })).toBe(
      '/settings/tokens?problem=no-such-token',
    );
    expect(await viewerFromBearer(bearer(value))).not.toBeNull();
  });

  test('are twenty at most, also when thirty forms come at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => ada.post('/settings/add-token', { name: `t${n}` })));
    expect(await app.database.sql`SELECT 1 FROM api_tokens`).toHaveLength(20);
  });

  test.each(['', '   ', '\u200b', 'x'.repeat(61)])('the name %j is refused', async (name) => {
    expect(await where(ada, '/settings/add-token', { name })).toBe('/settings/tokens?problem=bad-token-name');
  });

  test.each(['', 'bs_', `bs_${'A'.repeat(43)}`, `bs_${'A'.repeat(43)} x`, 'null', "bs_' OR 1=1"])(
    '%j is nobody’s',
    async (value) => {
      expect(await viewerFromBearer(bearer(value))).toBeNull();
    },
  );

  test('a request that shows one is never judged by its cookie', async () => {
    const headers = new Headers({ cookie: ada.cookie, authorization: 'Bearer nonsense' });
    expect(await viewerOf({ headers })).toBeNull();
    const answer = await ask(app.origin, '/settings/save-profile', {
      method: 'POST',
      headers: { ...FORM, cookie: ada.cookie, authorization: 'Bearer nonsense', origin: 'https://evil.example' },
      body: 'displayName=Evil',
    });
    expect(answer.headers['location']).toBe('/sign-in?next=%2Fsettings');
    expect((await person('ada@example.org'))['display_name']).toBe('');
  });

  test('cannot change settings, make tokens, export or delete', async () => {
    const value = await token(ada, { write: 'on' });
    for (const path of [
      'save-profile',
      'choose-handle',
      'add-token',
      'revoke-other-sessions',
      'export',
      'delete-account',
    ]) {
      const answer = await ask(app.origin, `/settings/${path}`, {
        method: 'POST',
        headers: { ...FORM, authorization: `Bearer ${value}` },
        body: 'name=x&handle=ada-l&displayName=x',
      });
      expect([path, answer.status, String(answer.headers['location']).split('?')[0]]).toEqual([path, 303, '/sign-in']);
    }
  });
});

describe('the export', () => {
  test('holds what is kept of its person, no secret, and nobody else', async () => {
    await ada.post('/settings/choose-handle', { handle: 'ada-l' });
    const value = await token(ada);
    const answer = await ada.post('/settings/export');
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="ada-l-\d{4}-\d{2}-\d{2}\.json"$/);
    expect(answer.headers['cache-control']).toBe('private, no-store');
    const data = JSON.parse(answer.body) as Row;
    expect(data).toMatchObject({
      profile: { email: 'ada@example.org', handle: 'ada-l' },
      handles: [{ handle: 'ada-l' }],
      sessions: [{ userAgent: expect.stringContaining('Firefox') }],
      tokens: [{ name: 'laptop', scopes: ['read'] }],
    });
    const [session] = await app.database.sql<{ token: string }[]>`SELECT token FROM sessions LIMIT 1`;
    for (const secret of [value, session?.token, 'eve@example.org']) expect(answer.body).not.toContain(secret);
  });

  test('is for signed-in people, by a form of this site', async () => {
    expect(await where(new Browser(app), '/settings/export')).toBe('/sign-in?next=%2Fsettings%2Fdata');
    expect((await ada.get('/settings/export')).status).toBe(405);
    expect((await ada.post('/settings/export', {}, { origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('deleting the account', () => {
  test('wants the handle typed', async () => {
    await ada.post('/settings/choose-handle', { handle: 'ada-l' });
    for (const handle of ['', 'eve', 'ada', 'ada-l2']) {
      expect(await where(ada, '/settings/delete-account', { handle })).toBe('/settings/data?problem=not-confirmed');
    }
    expect(await me(ada)).toMatchObject({ signedIn: true });
  });

  test('removes the person, his sessions and tokens, and nobody else', async () => {
    await ada.post('/settings/choose-handle', { handle: 'ada-l' });
    const value = await token(ada);
    expect(await where(ada, '/settings/delete-account', { handle: ' @Ada-L ' })).toBe('/sign-in?done=deleted');
    expect(await viewerFromBearer(bearer(value))).toBeNull();
    const people = await app.database.sql`SELECT email FROM users`;
    expect(people).toMatchObject([{ email: 'eve@example.org' }]);
    for (const table of ['sessions', 'api_tokens', 'identities']) {
      const rows = await app.database
        .sql`SELECT user_id FROM ${app.database.sql(table)} WHERE user_id NOT IN (SELECT id FROM users)`;
      expect([table, rows.length]).toEqual([table, 0]);
    }
    expect(await me(eve)).toMatchObject({ signedIn: true });
  });

  test('of the first administrator makes nobody else one', async () => {
    await ada.post('/settings/choose-handle', { handle: 'ada-l' });
    expect(await person('ada@example.org')).toMatchObject({ role: 'admin' });
    await ada.post('/settings/delete-account', { handle: 'ada-l' });
    await new Browser(app).signIn('bob@example.org');
    await new Browser(app).signIn('eve@example.org');
    expect(await app.database.sql`SELECT 1 FROM users WHERE role = 'admin'`).toHaveLength(0);
  });
});

test('of ten first sign-ins at once exactly one makes an administrator', async () => {
  await app.database.empty();
  const browsers = Array.from({ length: 10 }, () => new Browser(app));
  await Promise.all(browsers.map((browser, n) => browser.post('/sign-in/email', { email: `p${n}@example.org` })));
  const { mails, tokenIn } = await import('./browser');
  await Promise.all(
    mails(app)
      .slice(-10)
      .map(({ text }) => new Browser(app).post('/sign-in/confirm', { token: tokenIn(text) })),
  );
  const roles = await app.database.sql<{ role: string }[]>`SELECT role FROM users`;
  expect(roles).toHaveLength(10);
  expect(roles.filter(({ role }) => role === 'admin')).toHaveLength(1);
});

describe('each form of the settings', () => {
  const paths = [
    'save-profile',
    'choose-handle',
    'revoke-session',
    'revoke-other-sessions',
    'add-token',
    'revoke-token',
    'export',
    'delete-account',
  ];
  const origins = [undefined, 'null', 'https://evil.example'];
  test.each(paths.flatMap((path) => origins.map((origin) => [path, origin] as const)))(
    '%s refuses the origin %s',
    async (path, origin) => {
      const answer = await ask(app.origin, `/settings/${path}`, {
        method: 'POST',
        headers: { ...FORM, cookie: ada.cookie, ...(origin === undefined ? {} : { origin }) },
        body: 'handle=stolen&displayName=x&name=x',
      });
      expect(answer.status).toBe(403);
    },
  );

  test.each(paths)('%s sends who is signed out to sign in', async (path) => {
    expect(await where(new Browser(app), `/settings/${path}`)).toMatch(/^\/sign-in\?next=%2Fsettings/);
  });
});
