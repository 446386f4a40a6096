import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Ran } from './command';
import { runNode } from './command';
import type { Counts } from './report';
import { NONE, readPlaywright, readVitest } from './report';

export type Context = {
  /** Holds all that is temporary; the steps get it as TMPDIR. */
  scratch: string;
  signal: AbortSignal;
  /** File patterns from the command line; only tests that match are run. */
  patterns: readonly string[];
  /** The address of a PostgreSQL for tests, started on first use. */
  databaseServer: () => Promise<string>;
};

export type Result = { counts: Counts; output: string };
export type Step = {
  name: string;
  title: string;
  /** A step without which this one cannot pass. */
  needs?: string;
  run: (context: Context) => Promise<Result>;
};

/** A package's program, by the file that its package.json names: works without a shell, on every platform. */
const program = (name: string, bin = name): string => {
  const folder = join('node_modules', name);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  return join(folder, typeof bins === 'string' ? bins : (bins[bin] ?? ''));
};

const environment = ({ scratch }: Context): Record<string, string> => ({
  TMPDIR: scratch,
  TMP: scratch,
  TEMP: scratch,
});

const check = (ran: Ran): Result => ({
  counts: ran.code === 0 ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 },
  output: ran.output,
});

/** Runs programs one after the other, until one fails; the step counts as one check. */
const inTurn =
  (...commands: readonly (readonly string[])[]) =>
  async (context: Context): Promise<Result> => {
    let output = '';
    for (const args of commands) {
      const ran = await runNode({ args, env: environment(context), signal: context.signal });
      output += ran.output;
      if (ran.code !== 0) return check({ code: ran.code, output });
    }
    return check({ code: 0, output });
  };

/** What a test program reports; a program that fails without a failed test, or runs none, is a failure too. */
function tested(ran: Ran, path: string, read: (path: string) => Counts): Result {
  const counts = existsSync(path) ? read(path) : NONE;
  rmSync(path, { force: true });
  const none = counts.passed + counts.failed === 0;
  const failed = counts.failed || (ran.code !== 0 || none ? 1 : 0);
  const output = none && ran.code === 0 ? `${ran.output}\nNo test was run.\n` : ran.output;
  return { counts: { ...counts, failed }, output };
}

const vitest = (projects: readonly string[], env: Record<string, string> = {}, withDatabase = false) => {
  return async (context: Context): Promise<Result> => {
    const report = join(context.scratch, `${projects.join('-')}.json`);
    const server: Record<string, string> = withDatabase ? { TEST_DATABASE_SERVER: await context.databaseServer() } : {};
    const ran = await runNode({
      args: [
        ...[program('vitest'), 'run', '--config', '.config/vitest.config.ts'],
        ...projects.flatMap((project) => ['--project', project]),
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...context.patterns],
      ],
      env: { ...environment(context), ...server, ...env },
      signal: context.signal,
    });
    return tested(ran, report, readVitest);
  };
};

async function playwright(context: Context): Promise<Result> {
  const report = join(context.scratch, 'e2e.json');
  const ran = await runNode({
    args: [
      program('@playwright/test', 'playwright'),
      'test',
      '--config',
      '.config/playwright.config.ts',
      ...context.patterns,
    ],
    env: { ...environment(context), PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    signal: context.signal,
  });
  return tested(ran, report, readPlaywright);
}

/** Far apart on both sides of the date line, so that no test can pass by the accident of where it runs. */
const ZONES = ['Pacific/Kiritimati', 'America/Los_Angeles'] as const;

export const STEPS: readonly Step[] = [
  {
    name: 'lint',
    title: 'format and lint',
    run: inTurn([program('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.']),
  },
  {
    name: 'types',
    title: 'types',
    run: inTurn([program('next'), 'typegen'], [program('typescript', 'tsc'), '--noEmit']),
  },
  { name: 'architecture', title: 'architecture', run: vitest(['architecture']) },
  {
    name: 'unused',
    title: 'unused code',
    run: inTurn([program('knip'), '--config', '.config/knip.jsonc', '--no-progress']),
  },
  { name: 'drift', title: 'migration drift', run: vitest(['drift'], {}, true) },
  ...ZONES.map((zone) => ({ name: 'unit', title: `unit, ${zone}`, run: vitest(['unit'], { TZ: zone }) })),
  { name: 'database', title: 'database', run: vitest(['launcher', 'database'], {}, true) },
  { name: 'build', title: 'build', run: inTurn(['lib/launcher/entry.mjs', 'build']) },
  { name: 'e2e', title: 'end to end', needs: 'build', run: playwright },
];

/** Steps that run test files, and so take file patterns. */
export const TESTING: ReadonlySet<string> = new Set(['architecture', 'drift', 'unit', 'database', 'e2e']);
