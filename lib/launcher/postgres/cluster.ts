import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../log';
import { StartError } from '../start-error';
import { program } from './binaries';
import { newDraft, removeDraft } from './drafts';
import { run } from './run';
import type { RunAs } from './run-as';
import { settingsOfCluster } from './settings';

export const clusterIn = (home: string): string => join(home, 'postgres');
export const logFolderIn = (home: string): string => join(home, 'log');

/** A folder of PostgreSQL's own, closed to everybody else. */
export function ownFolder(path: string, runAs: RunAs): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (runAs) chownSync(path, runAs.uid, runAs.gid);
}

type Options = { home: string; native: string; runAs: RunAs; adminPassword: string; log: Log };

/**
 * Makes the cluster under a passing name and renames it when it is whole, so that a cluster that is there is complete.
 * UTF-8 by its own locale provider, whatever LANG says; scram passwords from the first moment.
 */
export async function createCluster({ home, native, runAs, adminPassword, log }: Options): Promise<void> {
  const cluster = clusterIn(home);
  log.info('Making the database…');
  const draft = newDraft(home);
  const passwordFolder = newDraft(home);
  const passwordFile = join(passwordFolder, 'password');
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  if (runAs) for (const path of [passwordFile, passwordFolder, draft]) chownSync(path, runAs.uid, runAs.gid);
  const { code, output, error } = await run(
    program(native, 'initdb'),
    [
      ...['-D', draft, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--data-checksums'],
      ...settingsOfCluster.flatMap((setting) => ['-c', setting]),
    ],
    { runAs },
  );
  rmSync(passwordFolder, { recursive: true, force: true });
  if (code !== 0) {
    await removeDraft(draft);
    throw new StartError(`The database could not be made in ${home}: ${error?.message ?? lastLines(output)}`);
  }
  renameSync(draft, cluster);
}

export const lastLines = (output: string): string => output.split('\n').slice(-4).join(' ').trim();

/** Refuses a cluster that these programs cannot open. */
export async function checkCluster(options: { cluster: string; native: string; runAs: RunAs }): Promise<void> {
  const { cluster, native, runAs } = options;
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    throw new StartError(`${cluster} is there but holds no database. Move it away, or set DATA_DIR to another folder.`);
  }
  const uid = process.getuid?.();
  if (uid !== undefined && statSync(cluster).uid !== (runAs?.uid ?? uid)) {
    throw new StartError(`${cluster} belongs to another user. Start Broadsheet as that user or as root.`);
  }
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const { output } = await run(program(native, 'postgres'), ['--version'], { runAs });
  const ours = /(\d+)(\.\d+|beta|rc|devel)/.exec(output)?.[1];
  if (ours !== made) {
    throw new StartError(
      `${cluster} was made by PostgreSQL ${made}, and this Broadsheet brings PostgreSQL ${ours}. ` +
        'Dump it with the older version (pg_dump) and load it into a new data folder.',
    );
  }
}

/** Sets the administrator's password without knowing the old one; for a data folder that lost its `postgres.json`. */
export async function resetPassword(options: Omit<Options, 'log'>): Promise<void> {
  const { home, native, runAs, adminPassword } = options;
  const { code, output } = await run(program(native, 'postgres'), ['--single', '-D', clusterIn(home), 'postgres'], {
    runAs,
    input: `ALTER ROLE postgres PASSWORD '${adminPassword}'\n`,
  });
  if (code !== 0) throw new StartError(`The database's password could not be set anew: ${lastLines(output)}`);
}
