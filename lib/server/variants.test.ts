import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { isCompressible, Variants } from './variants';

const text = Buffer.from('The day’s papers. '.repeat(500));

test('every encoding holds the same content', async () => {
  const variants = new Variants(text, { compressible: true });
  expect(await variants.bytesIn('identity')).toEqual(text);
  expect(gunzipSync(await variants.bytesIn('gzip'))).toEqual(text);
  expect(brotliDecompressSync(await variants.bytesIn('br'))).toEqual(text);
});

test('encodings have validators of their own, and a denser one another', async () => {
  const variants = new Variants(text, { compressible: true });
  await variants.bytesIn('br');
  const tags = [variants.etag('identity'), variants.etag('gzip'), variants.etag('br')];
  await variants.improve();
  tags.push(variants.etag('br'));
  expect(new Set(tags).size).toBe(4);
  expect(brotliDecompressSync(await variants.bytesIn('br'))).toEqual(text);
});

test('what a client has is recognised in a list, weak or strong, in any encoding', () => {
  const variants = new Variants(text, { compressible: true });
  const tag = variants.etag('gzip');
  expect(variants.matched(tag)).toBe(tag);
  expect(variants.matched(`"other", W/${tag}`)).toBe(tag);
  expect(variants.matched('*')).toBe(variants.etag('identity'));
  expect(variants.matched('"other"')).toBeUndefined();
  expect(variants.matched(`"${variants.content}-made-up"`)).toBeUndefined();
  expect(variants.matched(new Variants(Buffer.from('else'), { compressible: true }).etag('br'))).toBeUndefined();
});

test('memory counts every form that is held', async () => {
  const variants = new Variants(text, { compressible: true });
  const before = variants.bytes;
  const added = (await variants.bytesIn('gzip')).length;
  expect(variants.bytes).toBe(before + added);
});

test('images stay as they are, and so do answers of a few bytes', () => {
  expect(isCompressible('image/png')).toBe(false);
  expect(isCompressible('font/woff2')).toBe(false);
  expect(isCompressible('application/atom+xml')).toBe(true);
  expect(isCompressible('image/svg+xml')).toBe(true);
  expect(new Variants(Buffer.from('ok'), { compressible: true }).effective('br')).toBe('identity');
});
