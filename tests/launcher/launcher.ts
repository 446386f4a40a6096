import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VARIABLES } from '@/lib/env';
import { readPostmaster } from '@/lib/launcher/postgres/postmaster';
import { closedPort } from '../setup/replay-server';
import { type NodeProcess, startNode } from './node-process';

/** A data folder of its own, and the launcher on it. */
export type Place = {
  dataDir: string;
  run(command: string, env?: Record<string, string>): NodeProcess;
  /** The number of the database server that is running there, if any. */
  postmaster(): number | undefined;
  remove(): Promise<void>;
};

export async function newPlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-start-'));
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  const nowhere = await closedPort();
  const defaults: Record<string, string> = {
    ...Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, ''])),
    ...{ DATA_DIR: dataDir, PORT: '0', SCHEDULER: 'off', HUB_URL: nowhere },
    ...{ ARXIV_OAI_URL: nowhere, ARXIV_API_URL: nowhere, ARXIV_FEED_URL: nowhere },
  };
  const started: NodeProcess[] = [];
  const postmaster = (): number | undefined => readPostmaster(join(dataDir, 'postgres'))?.pid;
  return {
    dataDir,
    postmaster,
    run: (command, env = {}) => {
      const launcher = startNode(['lib/launcher/entry.mjs', command], { ...defaults, ...env });
      started.push(launcher);
      return launcher;
    },
    remove: async () => {
      for (const { kill } of started) await kill();
      const left = existsSync(dataDir) ? postmaster() : undefined;
      if (left !== undefined) process.kill(left, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** The address that the launcher prints when readers may come. */
export async function addressOf(launcher: NodeProcess, limitMs = 600_000): Promise<string> {
  const [, address = ''] = await launcher.until(/ is at (http\S+)/, limitMs);
  return address;
}
