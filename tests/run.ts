import { parseArgs } from 'node:util';
import { sourceSizes } from './layout/source-sizes';
import { runNode } from './run/command';
import type { Counts } from './run/report';
import { add, NONE } from './run/report';
import { clearScratch, makeScratch } from './run/scratch';
import type { Context, Step } from './run/steps';
import { STEPS, TESTING } from './run/steps';
import type { TestPostgres } from './setup/postgres';
import { startTestPostgres } from './setup/postgres';

// npm test [-- --only unit,types] [-- PATTERN…]: everything, or the steps named, or the tests whose files match.

const SHOWN_LINES = 80;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const print = (text: string): void => void process.stdout.write(text);

function chooseSteps(only: string | undefined, patterns: readonly string[]): readonly Step[] {
  const names = only?.split(',').map((name) => name.trim());
  const unknown = names?.filter((name) => !STEPS.some((step) => step.name === name)) ?? [];
  if (unknown.length > 0) {
    const known = [...new Set(STEPS.map((step) => step.name))].join(', ');
    print(`There is no step ${unknown.join(', ')}. The steps are ${known}.\n`);
    process.exit(2);
  }
  const chosen = names ? STEPS.filter((step) => names.includes(step.name)) : STEPS;
  return patterns.length > 0 ? chosen.filter((step) => TESTING.has(step.name)) : chosen;
}

const describe = ({ passed, failed, skipped }: Counts): string =>
  [failed > 0 ? `${failed} failed` : '', passed > 1 ? `${passed} passed` : '', skipped > 0 ? `${skipped} skipped` : '']
    .filter(Boolean)
    .join(', ');

const tail = (output: string): string =>
  output
    .trimEnd()
    .split('\n')
    .slice(-SHOWN_LINES)
    .map((line) => `    ${line}\n`)
    .join('');

async function runStep(step: Step, context: Context): Promise<Counts> {
  const start = performance.now();
  print(`${step.title.padEnd(28)}`);
  const { counts, output } = await step
    .run(context)
    .catch((error: unknown) => ({ counts: { ...NONE, failed: 1 }, output: String((error as Error).stack ?? error) }));
  if (context.signal.aborted) return NONE;
  print(`${counts.failed > 0 ? 'FAILED' : 'ok'.padEnd(6)} ${seconds(start).padStart(8)}   ${describe(counts)}\n`);
  if (counts.failed > 0) print(`\n${tail(output)}\n`);
  return counts;
}

function leaveOut(step: Step): Counts {
  print(`${step.title.padEnd(28)}not run: ${step.needs} failed\n`);
  return { ...NONE, skipped: 1 };
}

async function main(): Promise<number> {
  const start = performance.now();
  const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
  const steps = chooseSteps(values.only, positionals);
  const interrupt = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interrupt.abort());

  const scratch = makeScratch();
  process.env['TMPDIR'] = scratch;
  let server: Promise<TestPostgres> | undefined;
  const databaseServer = async (): Promise<string> => {
    server ??= startTestPostgres();
    return (await server).url;
  };
  const context: Context = { scratch, signal: interrupt.signal, patterns: positionals, databaseServer };

  let total = NONE;
  try {
    const made = await runNode({ args: ['--import', 'tsx', 'tests/run/generate.ts'], signal: interrupt.signal });
    if (made.code !== 0 && !interrupt.signal.aborted) {
      print(`What the sources import could not be generated:\n\n${tail(made.output)}\n`);
      total = add(total, { ...NONE, failed: 1 });
    }
    const failed = new Set<string>();
    for (const step of steps) {
      if (interrupt.signal.aborted) break;
      const counts = step.needs && failed.has(step.needs) ? leaveOut(step) : await runStep(step, context);
      if (counts.failed > 0) failed.add(step.name);
      total = add(total, counts);
    }
  } finally {
    await server?.then((running) => running.stop()).catch(() => {});
    await clearScratch(scratch);
  }
  if (interrupt.signal.aborted) {
    print('\nInterrupted.\n');
    return 130;
  }
  const { files, median, ninetyFifth, longest } = sourceSizes();
  print(
    `\n${files} source files: median ${median} lines, 95 in 100 under ${ninetyFifth + 1}, longest ${longest.lines} (${longest.path}).\n`,
  );
  if (total.withoutData > 0)
    print(`${total.withoutData} groups of tests were skipped because ../shared/data is not there.\n`);
  print(`Total time ${seconds(start)}.\n\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

process.exit(await main());
