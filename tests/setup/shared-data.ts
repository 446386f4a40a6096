import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'vitest';
import { NEEDS_SHARED_DATA } from './shared-data-mark';

const folder = resolve(fileURLToPath(new URL('../..', import.meta.url)), '../shared/data');

/** A path in the recorded data that lies beside the repository, or undefined where there is none (a user's clone). */
export function sharedData(...path: string[]): string | undefined {
  const wanted = join(folder, ...path);
  return existsSync(wanted) ? wanted : undefined;
}

/**
 * `describe` for tests on a file or folder of the recorded data. Where it is absent, as in a user's clone, one skipped
 * test stands for them all, so that nothing in the body looks for the data.
 */
export function describeWithSharedData(name: string, path: string, body: (found: string) => void): void {
  const found = sharedData(path);
  if (found !== undefined) describe(`${name} ${NEEDS_SHARED_DATA}`, () => body(found));
  // Left out without the data; the run says how often.
  else test.skip(`${name} ${NEEDS_SHARED_DATA}`);
}
