import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../setup/test-database';
import { type Answer, type Fixture, pageOf, sayRaw, startPageServer } from './page-server';

let site: Fixture;
let databaseUrl = '';

beforeAll(async () => {
  ({ url: databaseUrl } = await testDatabase());
  site = await startPageServer(databaseUrl);
});
afterAll(() => site.close());
beforeEach(() => {
  site.seen.length = 0;
  site.answerWith(pageOf('a page'));
});

function expectSecured({ headers }: Answer): void {
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src 'self'(;| 'sha256-)/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
  expect(policy).toContain("object-src 'none'");
  expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
  expect(headers['permissions-policy']).toContain('camera=()');
  expect(headers['cross-origin-opener-policy']).toBe('same-origin');
  expect(headers['strict-transport-security']).toBeUndefined();
}

describe('security headers are on', () => {
  test('a fresh page, a kept one, its 304 and its HEAD, the same on each', async () => {
    const fresh = await site.ask('/papers/2401.00001');
    const kept = await site.ask('/papers/2401.00001');
    const head = await site.ask('/papers/2401.00001', { method: 'HEAD' });
    const same = await site.ask('/papers/2401.00001', { headers: { 'if-none-match': String(kept.headers.etag) } });
    expect([fresh.status, kept.status, head.status, same.status]).toEqual([200, 200, 200, 304]);
    expect(site.seen).toHaveLength(1);
    for (const answer of [fresh, kept, head, same]) {
      expectSecured(answer);
      expect(answer.headers['content-security-policy']).toBe(fresh.headers['content-security-policy']);
    }
    expect(head.body).toHaveLength(0);
    expect(head.headers['content-length']).toBe(String(fresh.body.length));
    expect(same.body).toHaveLength(0);
  });

  test('personal pages, redirects, errors, refusals, files and what is not there', async () => {
    site.answerWith((request, response) => {
      if (request.url === '/go') response.writeHead(307, { location: '/papers' }).end();
      else if (request.url === '/broken') response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>no</h1>');
      else pageOf('yours')(request, response);
    });
    const answers = {
      personal: await site.ask('/settings'),
      redirect: await site.ask('/go'),
      error: await site.ask('/broken'),
      'bad address': await site.ask('//evil.example'),
      method: await site.ask('/papers', { method: 'DELETE' }),
      options: await site.ask('/papers', { method: 'OPTIONS' }),
      file: await site.ask('/robots.txt'),
      'no such file': await site.ask('/_next/static/none.js'),
    };
    expect(Object.values(answers).map(({ status }) => status)).toEqual([200, 307, 500, 400, 405, 204, 200, 404]);
    for (const answer of [
      answers.personal,
      answers.redirect,
      answers.error,
      answers['bad address'],
      answers.method,
      answers.file,
    ]) {
      expectSecured(answer);
    }
  });

  test('requests that Node itself refuses', async () => {
    for (const raw of [
      'nonsense\r\n\r\n',
      `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
    ]) {
      const answer = await sayRaw(site.port, raw);
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer).toContain('Content-Security-Policy: ');
      expect(answer).toContain('X-Content-Type-Options: nosniff');
    }
  });

  test('an https instance, with HSTS', async () => {
    const secure = await startPageServer(databaseUrl, { origin: 'https://papers.example.org' });
    const { headers } = await secure.ask('/papers');
    await secure.close();
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  });
});

describe('scripts', () => {
  const injected = '<script>steal()</script>';
  const withNonce =
    (marks: string) =>
    (
      request: { headers: NodeJS.Dict<string | string[]> },
      response: { setHeader(n: string, v: string): void; end(b: string): void },
    ) => {
      const nonce = /'nonce-([^']+)'/.exec(String(request.headers['content-security-policy']))?.[1];
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<html>${marks}${injected}<script nonce="${nonce}">framework()</script></html>`);
    };

  test('an injected one is never allowed, on plain pages and on pages with the runtime, fresh and kept', async () => {
    for (const [path, mark] of [
      ['/papers/2401.00002', ''],
      ['/papers/2401.00003', '<meta name="runtime" content="react"/>'],
    ] as const) {
      site.answerWith(withNonce(mark));
      const fresh = await site.ask(path);
      const kept = await site.ask(path);
      const policy = String(fresh.headers['content-security-policy']);
      expect(kept.headers['content-security-policy']).toBe(policy);
      expect(kept.text).toBe(fresh.text);
      expect(fresh.text).not.toContain('nonce');
      expect(policy).not.toContain('nonce');
      const hashes = policy.match(/'sha256-[^']+'/g) ?? [];
      expect(hashes).toHaveLength(mark === '' ? 0 : 1);
      expect(fresh.text.includes('framework()')).toBe(mark !== '');
    }
  });

  test('a client’s own policy header gives it no nonce', async () => {
    await site.ask('/settings', { headers: { 'content-security-policy': "script-src 'nonce-mine'" } });
    expect(site.seen[0]?.headers['content-security-policy']).toMatch(/^script-src 'nonce-[\w-]{24}'$/);
  });
});

test.each([
  ['/%E0%A4%A', 400],
  ['/a%00b', 400],
  ['/..%2f..%2fetc/passwd', 400],
  ['/assets/..%2f..%2fpackage.json', 400],
  ['/%2e%2e/package.json', 400],
  [`/${'a'.repeat(5_000)}`, 414],
  [`/papers?x=${'a'.repeat(5_000)}`, 414],
])('%s is refused with a sentence', async (path, status) => {
  const answer = await site.ask(path);
  expect(answer.status).toBe(status);
  expect(answer.text).toMatch(/^The address .*\.\n$|^This address .*\.\n$/);
  expect(site.seen).toHaveLength(0);
});

test('a query that is not UTF-8 or has broken escapes breaks nothing', async () => {
  expect((await site.ask('/papers?sort=%E0%A4%A&%=%')).status).toBe(200);
});

test('a body over the limit is refused, one under it arrives', async () => {
  const large = await site.ask('/api/x', { method: 'POST', body: 'x'.repeat(1_048_577) });
  expect(large.status).toBe(413);
  await site.ask('/api/x', { method: 'POST', body: 'small' });
  expect(site.seen.map(({ body }) => body)).toEqual(['small']);
});

test('the application sees the public address and the client’s, whatever the client says', async () => {
  const lies = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-for': '6.6.6.6',
    'x-client-address': '6.6.6.6',
  };
  await site.ask('/settings', { headers: lies });
  expect(site.seen[0]?.headers).toMatchObject({
    host: '127.0.0.1',
    'x-forwarded-host': '127.0.0.1',
    'x-client-address': '127.0.0.1',
  });
  expect(site.seen[0]?.headers['x-forwarded-for']).toBeUndefined();
});

test('large JSON leaves compressed, and an application that fails leaves a sentence', async () => {
  site.answerWith((request, response) => {
    if (request.url === '/api/fails') throw new Error('a bug');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(Array.from({ length: 1_000 }, (_, id) => ({ id }))));
  });
  const json = await site.ask('/api/large', { headers: { 'accept-encoding': 'gzip' } });
  expect(json.headers['content-encoding']).toBe('gzip');
  expect(json.body.length).toBeLessThan(5_000);
  const failed = await site.ask('/api/fails');
  expect(failed.status).toBe(503);
  expect(failed.text).toBe('The server cannot answer this at the moment. Try again in a few seconds.\n');
  expect(site.lines.join()).toContain('a bug');
});
