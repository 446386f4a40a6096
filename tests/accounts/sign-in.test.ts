import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, Browser, FORM, lastMail, linkIn, mails, tokenIn } from './browser';
import type { HttpApp } from './http-app';
import { startHttpApp } from './http-app';

let app: HttpApp;
beforeAll(async () => {
  app = await startHttpApp();
});
afterAll(() => app.close());
beforeEach(() => app.database.empty());

const people = () => app.database.sql<{ email: string; role: string; handle: string; id: string }[]>`
  SELECT id, email, role, handle FROM users ORDER BY created_at, id`;
const me = async (browser: Browser): Promise<unknown> => JSON.parse((await browser.get('/api/me')).body);

async function mailedToken(email = 'ada@example.org'): Promise<string> {
  await new Browser(app).post('/sign-in/email', { email });
  return tokenIn(lastMail(app));
}

describe('a mailed link', () => {
  test('opens a session for the owner of the address, whose account it makes', async () => {
    const browser = new Browser(app);
    const asked = await browser.post('/sign-in/email', { email: ' Ada@Example.org', next: '/papers/2401.01234' });
    expect([asked.status, asked.headers['location']]).toEqual([303, '/sign-in/check']);
    const link = linkIn(lastMail(app));
    expect(link.href).toMatch(
      new RegExp(`^${app.origin}/sign-in/link\\?token=[A-Za-z]{32}&next=%2Fpapers%2F2401\\.01234$`),
    );
    const used = await browser.post('/sign-in/confirm', Object.fromEntries(link.searchParams));
    expect([used.status, used.headers['location']]).toEqual([303, '/welcome?next=%2Fpapers%2F2401.01234']);
    expect(await me(browser)).toMatchObject({
      signedIn: true,
      role: 'admin',
      handle: expect.stringMatching(/^reader-[0-9a-f]{8}$/),
    });
    expect(await people()).toMatchObject([{ email: 'ada@example.org' }]);
  });

  test('works once', async () => {
    const token = await mailedToken();
    expect((await new Browser(app).post('/sign-in/confirm', { token })).headers['location']).toMatch(/^\/welcome/);
    const again = new Browser(app);
    const answer = await again.post('/sign-in/confirm', { token });
    expect([answer.status, answer.headers['location'], answer.cookies]).toEqual([303, '/sign-in?error=bad-link', []]);
    expect(await me(again)).toEqual({ signedIn: false });
  });

  test('used by ten at once opens exactly one session', async () => {
    const token = await mailedToken();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => new Browser(app).post('/sign-in/confirm', { token })),
    );
    expect(answers.filter(({ cookies }) => cookies.length > 0)).toHaveLength(1);
    expect(await app.database.sql`SELECT 1 FROM sessions`).toHaveLength(1);
    expect(await people()).toHaveLength(1);
  });

  test('is worthless after its time', async () => {
    const token = await mailedToken();
    const [row] = await app.database.sql<{ minutes: number }[]>`
      SELECT extract(epoch FROM expires_at - now())::float8 / 60 AS minutes FROM verifications`;
    expect(row?.minutes).toBeGreaterThan(14.5);
    expect(row?.minutes).toBeLessThanOrEqual(15);
    await app.database.sql`UPDATE verifications SET expires_at = now() - interval '1 second'`;
    const answer = await new Browser(app).post('/sign-in/confirm', { token });
    expect(answer.headers['location']).toBe('/sign-in?error=bad-link');
    expect(await people()).toEqual([]);
  });

  test('is not used up by a scanner that fetches it in every way but the button', async () => {
    const token = await mailedToken();
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
      for (const path of [
        `/sign-in/link?token=${token}`,
        `/sign-in/confirm?token=${token}`,
        `/api/auth/magic-link/verify?token=${token}`,
      ]) {
        const answer = await ask(app.origin, path, { method, headers: { 'user-agent': 'LinkScanner/1.0' } });
        expect(answer.cookies, `${method} ${path}`).toEqual([]);
      }
    }
    expect((await new Browser(app).post('/sign-in/confirm', { token })).headers['location']).toMatch(/^\/welcome/);
  });

  test('is stored as a hash only', async () => {
    const token = await mailedToken();
    const rows = await app.database.sql<{ all: string }[]>`SELECT identifier || value AS all FROM verifications`;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.all).not.toContain(token);
  });

  test.each(['', 'x', 'A'.repeat(32), '../../x', "' OR 1=1 --", '%00', 'é'.repeat(32), `${'a'.repeat(31)}\n`])(
    'guessed as %j opens nothing',
    async (token) => {
      const answer = await new Browser(app).post('/sign-in/confirm', { token });
      expect([answer.status, answer.headers['location'], answer.cookies]).toEqual([303, '/sign-in?error=bad-link', []]);
    },
  );
});

describe('the session', () => {
  test('has cookies that scripts, other sites and other paths cannot take', async () => {
    const answer = await new Browser(app).signIn('ada@example.org');
    const [session, hint] = answer.cookies;
    expect(session).toMatch(/^broadsheet\.session_token=[^;]+;/);
    expect(session).toMatch(/; Path=\/(;|$)/);
    expect(session).toMatch(/; HttpOnly/);
    expect(session).toMatch(/; SameSite=Lax/);
    expect(session).toMatch(/Max-Age=2592000/);
    expect(hint).toBe('broadsheet.signed_in=1; Path=/; Max-Age=2592000; SameSite=Lax');
  });

  test('is a new one at every sign-in, whatever cookie was planted before', async () => {
    const attacker = new Browser(app);
    await attacker.signIn('eve@example.org');
    const victim = new Browser(app);
    for (const [name, value] of attacker.jar) victim.jar.set(name, value);
    victim.jar.set('broadsheet.session_token', victim.jar.get('broadsheet.session_token') ?? '');
    const planted = victim.jar.get('broadsheet.session_token');
    await victim.signIn('ada@example.org');
    expect(victim.jar.get('broadsheet.session_token')).not.toBe(planted);
    expect(await me(attacker)).toEqual({ signedIn: false });
    expect(await app.database.sql`SELECT email FROM sessions s JOIN users u ON u.id = s.user_id`).toMatchObject([
      { email: 'ada@example.org' },
    ]);
  });

  test('ends at sign-out, for a copy of the cookie too', async () => {
    const browser = new Browser(app);
    await browser.signIn('ada@example.org');
    const copy = new Browser(app);
    for (const [name, value] of browser.jar) copy.jar.set(name, value);
    const out = await browser.post('/sign-out');
    expect([out.status, out.headers['location']]).toEqual([303, '/']);
    expect(browser.jar.size).toBe(1);
    expect(await me(copy)).toEqual({ signedIn: false });
  });

  test('cannot be made up', async () => {
    const browser = new Browser(app);
    await browser.signIn('ada@example.org');
    const [row] = await app.database.sql<{ token: string }[]>`SELECT token FROM sessions`;
    const forger = new Browser(app);
    for (const value of [row?.token, `${row?.token}.`, `${row?.token}.AAAA`, `${row?.token}.${'A'.repeat(43)}=`]) {
      forger.jar.set('broadsheet.session_token', encodeURIComponent(value ?? ''));
      expect(await me(forger)).toEqual({ signedIn: false });
    }
  });

  test('is over when its person is suspended, and no link opens another', async () => {
    const browser = new Browser(app);
    await browser.signIn('ada@example.org');
    await app.database.sql`UPDATE users SET suspended_at = now()`;
    expect(await me(browser)).toEqual({ signedIn: false });
    const answer = await new Browser(app).signIn('ada@example.org');
    expect([answer.headers['location'], answer.cookies]).toEqual(['/sign-in?error=account_suspended', []]);
  });

  test('that has run out is nobody', async () => {
    const browser = new Browser(app);
    await browser.signIn('ada@example.org');
    await app.database.sql`UPDATE sessions SET expires_at = now() - interval '1 second'`;
    const answer = await browser.get('/api/me');
    expect(JSON.parse(answer.body)).toEqual({ signedIn: false });
    expect(answer.cookies.join()).toContain('broadsheet.signed_in=; Path=/; Max-Age=0');
  });

  test('lasts on while its person comes back', async () => {
    const browser = new Browser(app);
    await browser.signIn('ada@example.org');
    expect((await browser.get('/api/me')).cookies).toEqual([]);
    await app.database
      .sql`UPDATE sessions SET updated_at = now() - interval '2 days', expires_at = now() + interval '1 day'`;
    expect((await browser.get('/api/me')).cookies.join()).toMatch(/session_token=.*Max-Age=2592000/);
    const [row] = await app.database.sql<{ days: number }[]>`
      SELECT extract(epoch FROM expires_at - now())::float8 / 86400 AS days FROM sessions`;
    expect(row?.days).toBeGreaterThan(29);
    expect(await me(browser)).toMatchObject({ signedIn: true });
  });

  test('is not told to caches', async () => {
    const answer = await new Browser(app).get('/api/me');
    expect(answer.headers['cache-control']).toBe('private, no-store');
  });
});

describe('known, unknown and suspended addresses', () => {
  test('get the same answer to the byte, and one mail each', async () => {
    await new Browser(app).signIn('known@example.org');
    await new Browser(app).signIn('gone@example.org');
    await app.database.sql`UPDATE users SET suspended_at = now() WHERE email = 'gone@example.org'`;
    const before = mails(app).length;
    const seen: string[] = [];
    for (const email of ['known@example.org', 'xnone@example.org', 'gone@example.org']) {
      const answer = await new Browser(app).post('/sign-in/email', { email });
      const { date: _, ...headers } = answer.headers;
      const shape = JSON.stringify([answer.status, headers, answer.body]);
      seen.push(shape.replaceAll(encodeURIComponent(email), '<address>'));
    }
    expect(new Set(seen).size).toBe(1);
    expect(
      mails(app)
        .slice(before)
        .map(({ to }) => to),
    ).toEqual(['known@example.org', 'xnone@example.org', 'gone@example.org']);
    const texts = mails(app)
      .slice(before)
      .map(({ text }) => text.replace(/token=\w+/, 'token'));
    expect(new Set(texts).size).toBe(1);
  });
});

describe('limits', () => {
  const sends = async (
    count: number,
    fields: (n: number) => Record<string, string>,
    headers: (n: number) => Record<string, string> = () => ({}),
  ) => {
    let mailed = 0;
    for (let n = 0; n < count; n++) {
      const answer = await new Browser(app).post('/sign-in/email', fields(n), headers(n));
      if (answer.headers['location'] === '/sign-in/check') mailed++;
      else expect(answer.headers['location']).toBe('/sign-in?error=too-many');
    }
    return mailed;
  };

  test('five mails to one address in a quarter of an hour', async () => {
    expect(await sends(8, () => ({ email: 'ada@example.org' }))).toBe(5);
    expect(await sends(1, () => ({ email: ' ADA@example.org ' }))).toBe(0);
  });

  test('twenty from one client, however it calls itself', async () => {
    const forged = (n: number): Record<string, string> => ({
      'x-forwarded-for': `198.51.100.${n}, 203.0.113.${n}`,
      'x-real-ip': `198.51.100.${n}`,
      'x-client-address': `198.51.100.${n}`,
      'cf-connecting-ip': `198.51.100.${n}`,
      'true-client-ip': `198.51.100.${n}`,
      forwarded: `for=198.51.100.${n}`,
      'x-forwarded-host': `evil${n}.example`,
    });
    expect(await sends(30, (n) => ({ email: `p${n}@example.org` }), forged)).toBe(20);
  });

  test('sixty guesses at links from one client', async () => {
    const codes: unknown[] = [];
    for (let n = 0; n < 62; n++) {
      codes.push((await new Browser(app).post('/sign-in/confirm', { token: 'A'.repeat(32) })).headers['location']);
    }
    expect(codes.filter((code) => code === '/sign-in?error=bad-link')).toHaveLength(60);
    expect(codes.slice(60)).toEqual(['/sign-in?error=too-many', '/sign-in?error=too-many']);
  });
});

describe('a form from elsewhere', () => {
  const paths = ['/sign-in/email', '/sign-in/confirm', '/sign-in/with', '/sign-out'];
  const origins = [undefined, 'null', 'https://evil.example', 'http://127.0.0.1', 'http://127.0.0.1.evil.example:80'];

  test.each(paths.flatMap((path) => origins.map((origin) => [path, origin] as const)))(
    '%s with the origin %s is refused',
    async (path, origin) => {
      const browser = new Browser(app);
      await browser.signIn('ada@example.org');
      const token = await mailedToken('bob@example.org');
      const before = mails(app).length;
      const answer = await ask(app.origin, path, {
        method: 'POST',
        headers: { ...FORM, cookie: browser.cookie, ...(origin === undefined ? {} : { origin }) },
        body: new URLSearchParams({ email: 'eve@example.org', token, provider: 'github' }).toString(),
      });
      expect([answer.status, answer.cookies]).toEqual([403, []]);
      expect(mails(app)).toHaveLength(before);
      expect(await me(browser)).toMatchObject({ signedIn: true });
    },
  );

  test.each(['text/plain', 'multipart/form-data; boundary=x', 'application/json'])('as %s is no form', async (type) => {
    const answer = await new Browser(app).post(
      '/sign-in/email',
      { email: 'ada@example.org' },
      { 'content-type': type },
    );
    expect(answer.status).toBe(415);
  });
});

test('mail headers cannot be injected through the address', async () => {
  const before = mails(app).length;
  for (const email of [
    'ada@example.org\r\nBcc: all@example.org',
    'ada@example.org\nSubject: x',
    'a@b.example,c@d.example',
    'A <a@b.example>',
  ]) {
    const answer = await new Browser(app).post('/sign-in/email', { email });
    expect(answer.headers['location']).toBe('/sign-in?error=bad-address');
  }
  expect(mails(app)).toHaveLength(before);
});

describe('better-auth’s own addresses', () => {
  test.each([
    ['POST', '/api/auth/update-user'],
    ['POST', '/api/auth/sign-in/magic-link'],
    ['GET', '/api/auth/magic-link/verify?token=x'],
    ['POST', '/api/auth/sign-up/email'],
    ['POST', '/api/auth/sign-in/email'],
    ['POST', '/api/auth/sign-in/social'],
    ['POST', '/api/auth/change-email'],
    ['POST', '/api/auth/delete-user'],
    ['GET', '/api/auth/delete-user/callback?token=x'],
    ['GET', '/api/auth/get-session'],
    ['POST', '/api/auth/update-session'],
    ['GET', '/api/auth/list-sessions'],
    ['POST', '/api/auth/revoke-session'],
    ['POST', '/api/auth/revoke-sessions'],
    ['POST', '/api/auth/link-social'],
    ['POST', '/api/auth/unlink-account'],
    ['GET', '/api/auth/list-accounts'],
    ['POST', '/api/auth/get-access-token'],
    ['POST', '/api/auth/refresh-token'],
    ['GET', '/api/auth/ok'],
    ['GET', '/api/auth/error'],
    ['GET', '/api/auth/callback/github?code=x&state=y'],
    ['POST', '/api/auth/callback/oidc'],
    ['GET', '/api/auth/../auth/get-session'],
  ])('%s %s is not there', async (method, path) => {
    const browser = new Browser(app);
    await browser.signIn('admin@example.org');
    await browser.signIn('ada@example.org');
    const answer = await ask(app.origin, path, {
      method,
      headers: { 'content-type': 'application/json', origin: app.origin, cookie: browser.cookie },
      ...(method === 'POST'
        ? { body: JSON.stringify({ role: 'admin', name: 'x', handle: 'root', email: 'x@y.example' }) }
        : {}),
    });
    expect([400, 404]).toContain(answer.status);
    expect(answer.cookies).toEqual([]);
    expect((await people()).map(({ role }) => role)).toEqual(['admin', 'member']);
  });
});

test('fields that no form has change nothing', async () => {
  await new Browser(app).signIn('admin@example.org');
  const browser = new Browser(app);
  const extra = {
    role: 'admin',
    'user[role]': 'admin',
    handle: 'root',
    emailVerified: 'true',
    id: '0'.repeat(24),
    __proto__: 'x',
  };
  await browser.post('/sign-in/email', { email: 'eve@example.org', ...extra, metadata: '{"role":"admin"}' });
  await browser.post('/sign-in/confirm', { token: tokenIn(lastMail(app)), ...extra });
  expect(await people()).toMatchObject([
    { role: 'admin' },
    { email: 'eve@example.org', role: 'member', handle: expect.stringMatching(/^reader-/) },
  ]);
});
