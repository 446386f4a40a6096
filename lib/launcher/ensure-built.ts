import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log';
import { readIfThere, writeAtomically } from './files';
import { withLock } from './lock';
import { withProgress } from './progress';
import { hashSources } from './sources';
import { typescript } from './typescript';

const stampOf = (root: string): string => join(root, '.next/broadsheet-build');

/** Is the build there, whole, and made from the sources as they are? */
export const isBuilt = (root: string): boolean => readIfThere(stampOf(root)) === hashSources(root);

/**
 * Builds the application when its sources changed since the last build. The stamp goes first and comes last, so that a
 * build that was broken off anywhere is made again; starts that need one at the same time share one.
 */
export async function ensureBuilt(root: string, log: Log): Promise<{ built: boolean }> {
  if (isBuilt(root)) return { built: false };
  mkdirSync(join(root, '.next/cache'), { recursive: true });
  return withLock(join(root, '.next/cache/broadsheet.lock'), async () => {
    const hash = hashSources(root);
    if (readIfThere(stampOf(root)) === hash) return { built: false };
    rmSync(stampOf(root), { force: true });
    await typescript();
    const { build } = await import('./build');
    await withProgress({ title: 'Building the pages', log }, (progress) =>
      build(root, (step) => {
        progress.detail = step;
      }),
    );
    writeAtomically(stampOf(root), hash, { mode: 0o644 });
    return { built: true };
  });
}
