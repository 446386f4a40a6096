import type { APIRequestContext, APIResponse } from '@playwright/test';
import { expect, test } from './fixtures';

const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
};

const get = (request: APIRequestContext, path: string, headers: Record<string, string> = {}): Promise<APIResponse> =>
  request.get(path, { headers, maxRedirects: 0 });

/** The first address of an asset of this kind that the front page names. */
async function assetOf(request: APIRequestContext, pattern: RegExp): Promise<string> {
  const found = pattern.exec(await (await get(request, '/papers')).text())?.[1];
  expect(found, `an asset like ${pattern}`).toBeDefined();
  return found ?? '';
}

function expectStrictPolicy(response: APIResponse): void {
  const policy = response.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("base-uri 'none'");
  const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src ')) ?? '';
  expect(scripts).toMatch(/^script-src 'self'( 'sha256-[\w+/=]+')*$/);
}

test.describe('security headers are on', () => {
  const pages: [name: string, path: string, status: number][] = [
    ['the day', '/papers', 200],
    ['the trending list', '/papers/trending', 200],
    ['the status page', '/status', 200],
    ['the page about the ranking', '/about', 200],
    ['a page that is not there', '/no-such-page', 404],
    ['a paper that is not there', '/papers/9901.99999', 404],
  ];
  for (const [name, path, status] of pages)
    test(name, async ({ request }) => {
      const response = await get(request, path);
      expect(response.status()).toBe(status);
      expect(response.headers()).toMatchObject(EVERYWHERE);
      expectStrictPolicy(response);
      expect(response.headers()).not.toHaveProperty('x-powered-by');
    });

  test('static files, answers of the API, and nonsense', async ({ request }) => {
    const stylesheet = await assetOf(request, /href="(\/[^"]+\.css[^"]*)"/);
    const script = await assetOf(request, /src="(\/assets\/[^"]+\.js)"/);
    for (const path of [stylesheet, script, '/api/health', '/_next/no-such-file.js', '/%zz', '/..%2f..%2fetc/passwd']) {
      const response = await get(request, path);
      expect(response.headers(), path).toMatchObject(EVERYWHERE);
      expect(response.status(), path).toBeLessThan(500);
    }
  });

  test('an answer that says nothing has changed', async ({ request }) => {
    const first = await get(request, '/papers');
    const again = await get(request, '/papers', { 'if-none-match': first.headers()['etag'] ?? '' });
    expect(again.status()).toBe(304);
    expect((await again.body()).length).toBe(0);
    expect(again.headers()).toMatchObject(EVERYWHERE);
    expectStrictPolicy(again);
  });

  test('without a promise of https where the address is http', async ({ request }) => {
    expect((await get(request, '/papers')).headers()).not.toHaveProperty('strict-transport-security');
  });
});

test.describe('pages go out', () => {
  test('compressed as the browser asks, each the same page', async ({ request }) => {
    const texts = new Set<string>();
    for (const [asked, given] of [
      ['br', 'br'],
      ['gzip', 'gzip'],
      ['gzip, br;q=0', 'gzip'],
      ['identity', undefined],
    ] as const) {
      const response = await get(request, '/papers', { 'accept-encoding': asked });
      expect(response.headers()['content-encoding'], asked).toBe(given);
      expect(response.headers()['vary']?.toLowerCase()).toContain('accept-encoding');
      texts.add(await response.text());
    }
    expect(texts.size).toBe(1);
  });

  test('from the cache the second time', async ({ request }) => {
    await get(request, '/papers/trending');
    expect((await get(request, '/papers/trending')).headers()['cache-status']).toMatch(/hit/);
  });

  test('with another tag for each encoding', async ({ request }) => {
    const tag = async (encoding: string) =>
      (await get(request, '/papers', { 'accept-encoding': encoding })).headers()['etag'];
    const tags = [await tag('br'), await tag('gzip'), await tag('identity')];
    expect(new Set(tags).size).toBe(3);
  });

  test('to HEAD without a body', async ({ request }) => {
    const head = await request.head('/papers');
    expect(head.status()).toBe(200);
    expect(head.headers()['content-type']).toContain('text/html');
    expect((await head.body()).length).toBe(0);
  });

  test('without inline scripts, and without a nonce that a cache would give away', async ({ request }) => {
    const html = await (await get(request, '/papers')).text();
    const inline = [...html.matchAll(/<script\b([^>]*)>/g)]
      .map((match) => match[1] ?? '')
      .filter((tag) => !/\bsrc=/.test(tag));
    expect(inline.filter((tag) => !tag.includes('application/ld+json'))).toEqual([]);
    expect(html).not.toContain('nonce=');
  });
});

test('stylesheets and scripts may be kept for a year', async ({ request }) => {
  for (const pattern of [/href="(\/[^"]+\.css[^"]*)"/, /src="(\/assets\/[^"]+\.js)"/]) {
    const response = await get(request, await assetOf(request, pattern), { 'accept-encoding': 'br' });
    expect(response.headers()['cache-control']).toMatch(/max-age=31536000.*immutable/);
  }
});

test('the reader’s browser fetches at most 90 kB of JavaScript', async ({ page }) => {
  const sizes: number[] = [];
  page.on('requestfinished', async (request) => {
    if (request.resourceType() === 'script') sizes.push((await request.sizes()).responseBodySize);
  });
  await page.goto('/papers', { waitUntil: 'networkidle' });
  expect(sizes.length).toBeGreaterThan(0);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(90_000);
});

test('health tells of the database, the migrations and the last ingest', async ({ request }) => {
  const response = await get(request, '/api/health');
  expect(response.status()).toBe(200);
  expect(response.headers()['cache-control']).toContain('no-store');
  const health = JSON.stringify(await response.json());
  for (const part of ['database', 'migrations', 'ingest']) expect(health.toLowerCase()).toContain(part);
});

test('jobs are closed to those who do not know the secret', async ({ request }) => {
  for (const headers of [{}, { authorization: 'Bearer guess' }, { authorization: 'Basic Z3Vlc3M6' }]) {
    const response = await request.post('/api/jobs/ingest', { headers });
    expect(response.status()).toBe(401);
    expect(response.headers()).toMatchObject(EVERYWHERE);
  }
});
