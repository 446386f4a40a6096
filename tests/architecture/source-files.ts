import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const FOLDERS = ['src', 'lib', 'app', 'components', 'tests', 'e2e'];
// Made at build or by tools; gitignored.
const GENERATED = /^(?:lib|tests)\/[^/]+\/generated\//;

/** The TypeScript files of the project as the disk has them, by path from the root. */
export function sourceFiles(folders: readonly string[] = FOLDERS): string[] {
  const root = process.cwd();
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !GENERATED.test(path))
    .sort();
}
