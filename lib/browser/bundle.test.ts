import { readFile, stat } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { type BrowserBundle, bundleBrowser } from './bundle';

let bundle: BrowserBundle;
beforeAll(async () => {
  bundle = await bundleBrowser();
});

const content = async (pattern: RegExp): Promise<Buffer> => {
  const file = bundle.files.find(({ path }) => pattern.test(path));
  return readFile(`public${file?.path}`);
};

test('the reader’s script stays small, and the one that blocks rendering tiny', async () => {
  expect(brotliCompressSync(await content(/\/reader\./)).length).toBeLessThan(6_000);
  expect(brotliCompressSync(await content(/\/theme\./)).length).toBeLessThan(400);
});

test('the script of the map is fetched in a moment', async () => {
  expect((await content(/\/map\./)).length).toBeLessThan(20_000);
});

test('scripts run under a policy without eval', async () => {
  for (const pattern of [/\/reader\./, /\/theme\./, /\/map\./]) {
    expect((await content(pattern)).toString()).not.toMatch(/\beval\b|new Function/);
  }
});

test('the stylesheet of formulas names only fonts that are there, all woff2', async () => {
  const css = await readFile('lib/browser/generated/katex.css', 'utf8');
  const urls = [...css.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1]);
  expect(urls.length).toBeGreaterThan(15);
  const there = bundle.files.map(({ path }) => path);
  for (const url of urls) expect(there).toContain(url);
  expect(css).not.toMatch(/\.woff\b|\.ttf/);
});

test('what nearly every page fetches of fonts stays within 120 kB, with the answers’ headers', async () => {
  const text = [
    'source-serif-4-latin-wght-normal',
    'source-serif-4-latin-wght-italic',
    'public-sans-latin-wght-normal',
  ].map((name) => `lib/browser/generated/${name}.woff2`);
  const math = bundle.files.filter(({ path }) => /KaTeX_(?:Main-Regular|Math-Italic)\./.test(path));
  const sizes = await Promise.all([...text, ...math.map(({ path }) => `public${path}`)].map((path) => stat(path)));
  expect(sizes).toHaveLength(5);
  expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(118_000);
});
