import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { securePage, statusOf } from './page-scripts';

const NONCE = 'c2VjcmV0LW9mLW9uZS1yZW5kZXJpbmc';
const stamped = (code: string, before = ''): string => `<script${before} nonce="${NONCE}">${code}</script>`;
const hash = (code: string): string => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

const injected = '<script>alert(1)</script><script nonce="guessed">alert(2)</script>';
const own = '<script type="module" src="/assets/reader.js"></script>';
const data = '<script type="application/ld+json">{"@type":"ScholarlyArticle"}</script>';
const framework = `${stamped('self.__next_f.push([1])')}${stamped('', ' src="/_next/static/chunks/a.js" async=""')}`;
const preload = `<link rel="preload" as="script" fetchPriority="low" nonce="${NONCE}" href="/_next/static/chunks/a.js"/>`;

test('a page of plain HTML loses the framework and keeps its own script and data', () => {
  const page = `<head>${preload}</head><body>${own}${data}${framework}</body>`;
  expect(securePage(page, NONCE)).toEqual({ html: `<head></head><body>${own}${data}</body>`, scripts: [] });
});

test('a page with the runtime allows the framework’s inline scripts by hash and nothing else', () => {
  const page = `<meta name="runtime" content="react"/>${preload}${injected}${framework}`;
  const { html, scripts } = securePage(page, NONCE);
  expect(scripts).toEqual([hash('self.__next_f.push([1])')]);
  expect(html).toContain('<script>self.__next_f.push([1])</script>');
  expect(html).toContain('src="/_next/static/chunks/a.js"');
});

test('an injected script is neither allowed nor taken for the framework’s', () => {
  for (const mark of ['', '<meta name="runtime" content="react"/>']) {
    const { html, scripts } = securePage(`${mark}${injected}${framework}`, NONCE);
    expect(html).toContain(injected);
    expect(scripts).not.toContain(hash('alert(1)'));
    expect(scripts).not.toContain(hash('alert(2)'));
  }
});

test('an injected tag that is left open does not swallow the framework’s nonce', () => {
  const { html, scripts } = securePage(`<meta name="runtime" content="react"/><script x="${framework}`, NONCE);
  expect(scripts).toEqual([hash('self.__next_f.push([1])')]);
  expect(html).not.toContain(NONCE);
});

test('the nonce never leaves the server', () => {
  for (const mark of ['', '<meta name="runtime" content="react"/>']) {
    expect(securePage(`${mark}${preload}${framework}${own}`, NONCE).html).not.toContain(NONCE);
  }
});

test('a page asks for its status in a tag that goes no further', () => {
  const page = '<body><meta name="status" content="404"/><h1>Not here</h1></body>';
  expect(statusOf(page, 200)).toEqual({ html: '<body><h1>Not here</h1></body>', status: 404 });
  expect(statusOf(page, 500).status).toBe(500);
  expect(statusOf('<meta name="status" content="302"/>', 200).status).toBe(200);
});
