import type { Endpoint } from './endpoints';
import type { Random } from './random';

export type Malformed = { method: string; path: string; headers: Record<string, string>; body: Buffer | undefined };

/** What a client may hold that is right: a session, a token, an id of something that is here. */
export type Holdings = {
  url: string;
  cookies: readonly string[];
  tokens: readonly string[];
  ids: readonly string[];
  names: readonly string[];
};

const TEXTS = [
  ...['', ' ', '0', '-1', '1e308', 'NaN', 'null', 'undefined', 'true', '[]', '{}', '[object Object]', '__proto__'],
  ...['constructor', 'toString', '2147483648', '99999999999999999999', '0x7f', '1;DROP TABLE papers', "' OR 1=1 --"],
  ...[
    '$$;SELECT pg_sleep(9);$$',
    '%',
    '_',
    '\\',
    '\\x00',
    '*',
    '(',
    '[',
    '$1',
    '$'.concat('{7*7}'),
    '{{7*7}}',
    '<script>xss()</script>',
  ],
  ...[
    '../../etc/passwd',
    '..\\..\\x',
    'file:///etc/passwd',
    '//evil.example',
    'https://evil.example',
    'javascript:xss()',
  ],
  ...[
    '\r\nSet-Cookie: a=b',
    'a\u0000b',
    '\u202e\u2066x',
    '\ufeff',
    '\ud800',
    '\u{1f9a0}',
    'ＡＤＭＩＮ',
    'аdmin',
    'e\u0301'.repeat(40),
  ],
  ...[
    '2401.01234',
    '2401.1',
    '9913.99999',
    'hep-th/9901001',
    'hep-th%2F9901001',
    '2026-02-30',
    '2026-W54',
    '0000-00',
    '2026-13',
  ],
  ...[
    'f'.repeat(24),
    'cs.CL',
    'cs.',
    'a@b',
    'a@b.example\nBcc: c@d.example',
    `${'a'.repeat(300)}@b.example`,
    'x'.repeat(3_000),
  ],
] as const;

const RAW_PARTS = [
  ...[
    '%',
    '%2',
    '%zz',
    '%00',
    '%0a',
    '%0d%0a',
    '%2e%2e',
    '%2f',
    '%5c',
    '%c0%af',
    '%ff',
    '%ed%a0%80',
    '%u0041',
    '..;',
    '.',
  ],
  ...[
    '..',
    '~',
    '*',
    '[',
    ']',
    '[...id]',
    '[[...all]]',
    '(people)',
    '_next',
    '_pages',
    'index',
    'page',
    'route',
    'undefined',
  ],
  ...['%e2%80%ae', '%f0%9f%a6%a0', 'a'.repeat(600), '%25'.repeat(200), ';a=b', '=', '&', '$', '@', ':'],
] as const;

const TYPES = [
  ...['application/json', 'application/x-www-form-urlencoded', 'application/x-www-form-urlencoded; charset=utf-16'],
  ...[
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/x-component',
  ],
  ...['application/xml', 'image/png', '', ';;;', 'application/json, text/html', 'a/b; c="', 'APPLICATION/JSON'],
] as const;

const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ['accept', ['*/*', 'text/markdown', 'text/x-component', '', ';q=', 'text/html;q=NaN', ','.repeat(500)]],
  ['accept-encoding', ['br', 'gzip;q=0', 'identity;q=0, *;q=0', 'x'.repeat(2_000), ';;;']],
  ['if-none-match', ['*', '"', 'W/', `"${'a'.repeat(3_000)}"`, ','.repeat(500)]],
  ['if-modified-since', ['now', '-1', 'Thu, 99 Foo 2026 99:99:99 GMT']],
  ['range', ['bytes=0-', 'bytes=-1', 'bytes=9-1', 'bytes=0-0,'.repeat(200), 'lines=1-2']],
  ['rsc', ['1']],
  ['next-action', ['x', 'f'.repeat(42)]],
  ['next-router-state-tree', ['%', '[', '%5B%22%22%5D']],
  ['next-router-prefetch', ['1', 'x']],
  ['x-middleware-subrequest', ['proxy', 'middleware:middleware:middleware:middleware:middleware']],
  ['x-forwarded-for', ['', 'x', '::1', '127.0.0.1', '999.999.999.999', ', ,', '1.2.3.4,'.repeat(200)]],
  ['x-forwarded-host', ['evil.example', ':', '']],
  ['x-forwarded-proto', ['javascript', '']],
  ['x-client-address', ['127.0.0.1', 'x']],
  ['x-http-method-override', ['DELETE']],
  ['referer', ['', 'x', 'https://evil.example/', 'http://[', 'javascript:x']],
  ['te', ['trailers']],
];

const COOKIES = [
  '',
  '=',
  ';;;',
  'a',
  'broadsheet.session=',
  '%=%',
  'a=b;'.repeat(200),
  `__proto__=${'x'.repeat(3_000)}`,
];
const AUTHORIZATIONS = [
  '',
  'Bearer',
  'Bearer ',
  'Bearer x',
  'bearer null',
  'Basic eDp5',
  'Bearer a b',
  `Bearer ${'x'.repeat(4_000)}`,
  'Digest',
];
const ORIGINS = ['null', '', 'https://evil.example', 'http://', 'x', 'file://', 'http://127.0.0.1', 'javascript:x'];

/** One request that no honest client would send, and that each part of the server has to refuse or bear. */
export function malformed(random: Random, { path, methods }: Endpoint, held: Holdings): Malformed {
  const method = random.odds(4)
    ? random.pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'QUERY'])
    : random.pick(methods);
  const headers = headersOf(random, held);
  const body = method === 'GET' || method === 'HEAD' ? undefined : bodyOf(random, held, headers);
  return { method, path: pathOf(random, path, held), headers, body };
}

function pathOf(random: Random, path: string, held: Holdings): string {
  const filled = path.replace(/\[(?:\.\.\.)?\w+\]/g, () => partOf(random, held));
  const bent = random.odds(8)
    ? `${filled}${random.pick(['/', '//', '/.', '/..', '/%2e%2e', '%00', ';x', '.txt', '.json', '/x'])}`
    : filled;
  const query = Array.from(
    { length: random.below(5) },
    () => `${nameOf(random, held)}${random.pick(['=', '', '==', '[]=', '[a]='])}${rawText(random, held)}`,
  );
  return latin(`${random.odds(40) ? '/' : ''}${bent}${query.length > 0 ? `?${query.join('&')}` : ''}`);
}

const partOf = (random: Random, held: Holdings): string => {
  const part = random.odds(2) ? random.pick(RAW_PARTS) : rawText(random, held);
  return random.odds(3) ? random.pick(held.ids) : part;
};

/** Text as it may stand in an address: half of it encoded as it should be, the rest cut or bent. */
function rawText(random: Random, held: Holdings): string {
  const text = whole(textOf(random, held)).slice(0, 3_000);
  const encoded = encodeURIComponent(text);
  return random.odds(4)
    ? encoded.slice(0, Math.max(1, encoded.length - random.below(3))) + random.pick(['', '%', '%c3', '%ff'])
    : encoded;
}

const whole = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

const textOf = (random: Random, held: Holdings): string => {
  if (random.odds(4)) return random.pick(held.ids);
  const text = random.pick(TEXTS);
  return random.odds(5) ? `${text}${random.pick(TEXTS)}` : text;
};

const nameOf = (random: Random, held: Holdings): string =>
  random.odds(6) ? encodeURIComponent(whole(random.pick(TEXTS))) : random.pick(held.names);

// What may not stand in a request line at all is for the raw sockets.
const latin = (text: string): string => text.replace(/[^\u0021-\u00ff]/g, '');

function headersOf(random: Random, held: Holdings): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let count = random.below(4); count > 0; count--) {
    const [name, values] = random.pick(HEADERS);
    headers[name] = random.pick(values);
  }
  // Half are who they say they are: what is behind the door must bear as much as the door.
  if (random.odds(2)) headers['cookie'] = random.odds(3) ? random.pick(COOKIES) : random.pick(held.cookies);
  if (random.odds(3))
    headers['authorization'] = random.odds(2) ? random.pick(AUTHORIZATIONS) : `Bearer ${random.pick(held.tokens)}`;
  if (!random.odds(3)) headers['origin'] = random.odds(4) ? random.pick(ORIGINS) : held.url;
  headers['x-forwarded-for'] ??= `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`;
  return headers;
}

function bodyOf(random: Random, held: Holdings, headers: Record<string, string>): Buffer {
  const form = random.odds(2);
  headers['content-type'] = random.odds(3)
    ? random.pick(TYPES)
    : form
      ? 'application/x-www-form-urlencoded'
      : 'application/json';
  const text = form ? formOf(random, held) : jsonOf(random, held);
  if (random.odds(6)) return Buffer.from(text).subarray(0, random.below(text.length + 1));
  if (random.odds(10)) return Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0xc0, 0x00])]);
  return Buffer.from(text);
}

const formOf = (random: Random, held: Holdings): string =>
  Array.from({ length: 1 + random.below(6) }, () => `${nameOf(random, held)}=${rawText(random, held)}`).join('&');

function jsonOf(random: Random, held: Holdings): string {
  if (random.odds(12)) return '['.repeat(20_000);
  if (random.odds(12)) return `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
  if (random.odds(12))
    return random.pick([
      '{',
      '}',
      '"',
      'nul',
      '[1,]',
      '{"a":1,"a":2}',
      '\ufeff{}',
      '{"a":1e999}',
      "{'a':1}",
      '"\\ud800"',
      '',
    ]);
  return JSON.stringify(someValue(random, held, 3)) ?? '';
}

function someValue(random: Random, held: Holdings, depth: number): unknown {
  const kind = depth === 0 ? random.below(4) : random.below(7);
  if (kind === 0) return random.pick([null, true, false, 0, -0, -1, 1.5, 2 ** 53, -(2 ** 31), 1e308]);
  if (kind < 4) return textOf(random, held);
  if (kind === 4) return Array.from({ length: random.below(4) }, () => someValue(random, held, depth - 1));
  return Object.fromEntries(
    Array.from({ length: random.below(6) }, () => [
      random.odds(4) ? random.pick(TEXTS) : random.pick(held.names),
      someValue(random, held, depth - 1),
    ]),
  );
}
