import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './files';

const FOLDERS = ['app', 'components', 'lib', 'src', 'public'];
const FILES = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'next.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'prisma/schema.prisma',
];
// Made by the build itself, or no part of it.
const MADE = new Set(['lib/db/generated', 'lib/browser/generated', 'public/assets']);
const OUTSIDE = /\.test\.tsx?$/;

/** A digest of everything that a build is made from; the same for the same sources on every machine. */
export function hashSources(root: string): string {
  const hash = createHash('sha256');
  const paths = [...FILES, ...FOLDERS.flatMap((folder) => filesUnder(root, folder))].sort();
  for (const path of paths) {
    const content = readOrNothing(join(root, path));
    if (content) hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesUnder(root: string, folder: string): string[] {
  if (MADE.has(folder)) return [];
  return entriesOf(join(root, folder)).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(root, path);
    return entry.isFile() && !OUTSIDE.test(entry.name) ? [path] : [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function readOrNothing(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    // An editor replaces a file by way of a passing one.
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
