import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../log';
import { errorCode } from '../files';
import { StartError } from '../start-error';
import { findNative, program, restoreLinks } from './binaries';
import { isRunnable } from './run';
import type { RunAs } from './run-as';
import { canEnter } from './run-as';

// Where a root process may put what another user must reach; kept over reboots, unlike /tmp.
const SHARED = '/var/lib/broadsheet';

const sharedFolder = (...parts: string[]): string => {
  const folder = join(SHARED, ...parts);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    return folder;
  } catch (error) {
    throw new StartError(
      `PostgreSQL runs as another user than root and cannot read the data folder; ${folder}, where its data would go ` +
        `instead, cannot be made (${errorCode(error)}). Set DATA_DIR to a folder that every user may enter.`,
    );
  }
};

/**
 * The folder for the cluster: the data folder itself, or one under /var/lib when the user that PostgreSQL runs as
 * cannot enter the data folder. The name is a function of the data folder, so that a lost pointer is found again.
 */
export function chooseHome(dataDir: string, runAs: RunAs): string {
  if (canEnter(dataDir, runAs)) return dataDir;
  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
  return sharedFolder(name);
}

/** PostgreSQL's programs at a place where that user can run them; copied (60 MB, once) when npm's is closed to him. */
export function chooseNative(runAs: RunAs, log: Log): string {
  const { native, version } = findNative();
  restoreLinks(native);
  makeExecutable(native);
  if (isRunnable(program(native, 'postgres'), runAs)) return native;
  if (!runAs) {
    throw new StartError(
      `The embedded PostgreSQL in ${native} does not run here; it needs glibc (Debian, Ubuntu, Fedora, not Alpine). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
  const copy = join(sharedFolder('postgres'), version);
  if (!isRunnable(program(copy, 'postgres'), runAs)) {
    log.info(`Copying PostgreSQL to ${copy}, where the user ${runAs.name} can run it.`);
    copyWhole(native, copy);
  }
  if (!isRunnable(program(copy, 'postgres'), runAs)) {
    throw new StartError(`PostgreSQL in ${copy} cannot be run by the user ${runAs.name}. Set DATABASE_URL instead.`);
  }
  return copy;
}

// Some unpackers lose the executable bit, and a strict umask closes the files to other users.
function makeExecutable(native: string): void {
  for (const name of ['initdb', 'pg_ctl', 'postgres'] as const) {
    const path = program(native, name);
    try {
      accessSync(path, constants.X_OK);
    } catch {
      chmodSync(path, 0o755);
    }
  }
}

function copyWhole(from: string, to: string): void {
  const draft = `${to}.${process.pid}.tmp`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  rmSync(to, { recursive: true, force: true });
  renameSync(draft, to);
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, folder.endsWith('bin') ? 0o755 : 0o644);
  }
}
