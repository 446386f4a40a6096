import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const DATA_FILE = /\.(jsonl?|xml|atom|rss|ndjson)(\.gz)?$/i;

export type FoundFiles = { paths: string[]; total: number; missing: string[] };

/**
 * Files named on a command line: files as they are, folders by the data files in them (not below), patterns with `*` and
 * `?` in the last part where no shell has replaced them. Sorted by name.
 */
export async function expandPaths(given: readonly string[]): Promise<FoundFiles> {
  const paths: string[] = [];
  const missing: string[] = [];
  let total = 0;
  const add = (path: string, found: Stats): void => {
    paths.push(path);
    total += found.size;
  };
  for (const path of given) {
    const found = await stat(path).catch(() => undefined);
    if (found && !found.isDirectory()) {
      add(path, found);
      continue;
    }
    const pattern = found ? DATA_FILE : patternOf(basename(path));
    const folder = found ? path : dirname(path);
    const names = pattern ? (await readdir(folder).catch(() => [])).filter((name) => pattern.test(name)).sort() : [];
    for (const name of names) {
      const inside = await stat(join(folder, name));
      if (inside.isFile()) add(join(folder, name), inside);
    }
    if (names.length === 0) missing.push(found ? `${path} holds no data files` : `${path} is not there`);
  }
  return { paths, total, missing };
}

function patternOf(name: string): RegExp | undefined {
  if (!/[*?]/.test(name)) return undefined;
  const escaped = name
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`);
}
