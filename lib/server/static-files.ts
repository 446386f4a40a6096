import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { contentSecurityPolicy } from '../next/security-headers';
import type { CommonHeaders } from './send';
import { sendContent } from './send';
import { isCompressible, Variants } from './variants';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

// Next and esbuild put a hash of the content into these names.
const IMMUTABLE = /^\/_next\/static\/|^\/assets\/.*[.-][0-9A-Za-z_-]{8,}\.\w+$/;

type StaticFile = { path: string; url: string; loaded?: Promise<Variants> };

export type StaticFiles = {
  /** Is it one of ours? Only what was found on disk at the start is: no address can lead anywhere else. */
  has(pathname: string): boolean;
  send(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void>;
};

/** Serves the build's files and those of `public`, each compressed once, and kept: together they are a few megabytes. */
export function staticFiles({ root, common }: { root: string; common: CommonHeaders }): StaticFiles {
  const files = new Map<string, StaticFile>();
  const policy = contentSecurityPolicy();
  const add = (folder: string, prefix: string): void => {
    for (const path of filesUnder(folder)) {
      const url = `${prefix}/${path}`;
      files.set(url.split('/').map(encodeURIComponent).join('/'), { path: join(folder, path), url });
    }
  };
  add(join(root, 'public'), '');
  add(join(root, '.next/static'), '/_next/static');

  return {
    has: (pathname) => files.has(pathname),
    send: async (request, response, pathname) => {
      const file = files.get(pathname);
      if (!file) throw new Error(`${pathname} is no static file`);
      const type = TYPES[extname(file.path)] ?? 'application/octet-stream';
      file.loaded ??= load(file.path, type);
      const variants = await file.loaded.catch((error: unknown) => {
        delete file.loaded;
        throw error;
      });
      const caching = IMMUTABLE.test(file.url) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
      const head = [
        ...['Vary', 'Accept-Encoding'],
        'Content-Type',
        type,
        'Cache-Control',
        caching,
        'Content-Security-Policy',
        policy,
        ...common,
      ];
      await sendContent(request, response, { status: 200, variants, head, how: 'hit' });
    },
  };
}

async function load(path: string, type: string): Promise<Variants> {
  const variants = new Variants(await readFile(path), { compressible: isCompressible(type) });
  // Densest from the second request on; the first does not wait for it.
  setTimeout(() => variants.improve().catch(() => {}), 1_000).unref();
  return variants;
}

function filesUnder(folder: string, prefix = ''): string[] {
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(join(folder, prefix), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(folder, path);
    return entry.isFile() && !entry.name.startsWith('.') ? [path] : [];
  });
}
