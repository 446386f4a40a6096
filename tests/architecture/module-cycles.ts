import type { IModule } from 'dependency-cruiser';
import type { Violation } from './cruise';

export const MODULE_CYCLES = 'no-cycles-of-modules';

const moduleOf = (path: string): string | undefined => /^src\/[^/]+(?=\/)/.exec(path)?.[0];

/**
 * Modules of src that reach themselves again through others, by values or types. Unit tests are left out: they may use
 * the factories, which know other modules; dependency-cruiser's rule for folders cannot leave them out.
 */
export function moduleCycles(modules: readonly IModule[]): Violation[] {
  const arrows = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const from = moduleOf(source);
    if (from === undefined || /\.test\.tsx?$/.test(source)) continue;
    for (const { resolved } of dependencies) {
      const to = moduleOf(resolved);
      if (to !== undefined && to !== from) arrows.set(from, (arrows.get(from) ?? new Set()).add(to));
    }
  }
  const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
    [...(arrows.get(from) ?? [])].some(
      (next) => next === goal || (!seen.has(next) && reaches(next, goal, seen.add(next))),
    );
  return [...arrows].flatMap(([from, targets]) =>
    [...targets].filter((to) => reaches(to, from)).map((to) => ({ rule: MODULE_CYCLES, from, to })),
  );
}
