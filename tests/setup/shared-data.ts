import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';
import { NEEDS_SHARED_DATA } from './shared-data-mark';

const folder = resolve(fileURLToPath(new URL('../..', import.meta.url)), '../shared/data');

/** A path in the recorded data that lies beside the repository, or undefined where there is none (a user's clone). */
export function sharedData(...path: string[]): string | undefined {
  const wanted = join(folder, ...path);
  return existsSync(wanted) ? wanted : undefined;
}

/** `describe` for tests on a file or folder of the recorded data; skipped, and counted so, where it is absent. */
export function describeWithSharedData(name: string, path: string, body: (found: string) => void): void {
  const found = sharedData(path);
  // Left out in a user's clone, which has no recorded data; the run says how many.
  describe.skipIf(found === undefined)(`${name} ${NEEDS_SHARED_DATA}`, () => body(found ?? ''));
}
