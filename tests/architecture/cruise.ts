import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ICruiseResult, IModule } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { config } from '../../.config/dependency-cruiser';
import { moduleCycles } from './module-cycles';

const PLACES = ['src', 'lib', 'app', 'components', 'tests', 'e2e', 'proxy.ts', 'instrumentation.ts'];

export type Violation = { rule: string; from: string; to: string };

/** Reads every module of a project folder and holds its imports against the arrows. */
export async function cruiseProject(baseDir: string): Promise<{ modules: IModule[]; violations: Violation[] }> {
  const { options, ...ruleSet } = config;
  const answer = await cruise(
    PLACES.filter((place) => existsSync(join(baseDir, place))),
    { ...options, baseDir, validate: true, ruleSet },
    { ...options?.enhancedResolveOptions, alias: { '@': baseDir } },
    { tsConfig: extractTSConfig(join(baseDir, 'tsconfig.json')) },
  );
  const { modules, summary } = answer.output as ICruiseResult;
  const violations = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { modules, violations: [...violations, ...moduleCycles(modules)] };
}
