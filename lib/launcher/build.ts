import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundleBrowser } from '../browser/bundle';
import { wholeEnvironment } from '../env';
import { bundleLauncher } from './bundle-launcher';
import { runNode } from './child';
import { StartError } from './start-error';

/** Makes everything that `npm start` serves, in `.next` and `public/assets`. `onStep` hears what is being done. */
export async function build(root: string, onStep: (step: string) => void): Promise<void> {
  onStep('database client');
  await generateClient(root);
  onStep('browser scripts');
  await bundleBrowser();
  await buildNext(root, onStep);
  await bundleLauncher(root);
}

/** Writes Prisma's client from the schema. */
export async function generateClient(root: string): Promise<void> {
  const args = ['--import', 'tsx', 'lib/db/generate.ts', 'generate', '--quiet'];
  const { code, output } = await runNode({ cwd: root, args, env: wholeEnvironment() });
  if (code !== 0) throw new StartError(`Prisma's client could not be generated:\n${output}`);
}

const PATIENCE_MS = 60_000;
const OTHER_BUILD = /Another .*build.* process is already running/;

async function buildNext(root: string, onLine: (line: string) => void): Promise<void> {
  const next = createRequire(join(root, 'package.json')).resolve('next/dist/bin/next');
  const env = { ...wholeEnvironment(), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  let { code, output } = await runNode({ cwd: root, args: [next, 'build'], env, onLine });
  // A build whose start was killed ends by itself, but not at once, and Next waits for it a second only.
  for (const until = Date.now() + PATIENCE_MS; OTHER_BUILD.test(output) && Date.now() < until; ) {
    await sleep(1_000);
    ({ code, output } = await runNode({ cwd: root, args: [next, 'build'], env, onLine }));
  }
  const whole = code === 0 && existsSync(join(root, '.next/BUILD_ID'));
  if (!whole) throw new StartError(`The pages could not be built:\n${output}`);
}
