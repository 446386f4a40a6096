import { execFileSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, samePath, writeAtomically } from '../files';
import { isAlive } from '../process-identity';

/** What `postmaster.pid` says: the server that has, or had, the cluster open. */
export type Postmaster = { pid: number; port: number | undefined; ready: boolean };

const fileOf = (cluster: string): string => join(cluster, 'postmaster.pid');

/** Undefined when nobody has the cluster open. The format is PostgreSQL's miscadmin.h, LOCK_FILE_LINE_*. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const lines = readIfThere(fileOf(cluster))?.split('\n');
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isInteger(pid) || pid === 0) return undefined;
  const port = Number(lines[3]);
  return { pid: Math.abs(pid), port: port > 0 ? port : undefined, ready: lines[7]?.trim() === 'ready' };
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'win32') {
      return execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' });
    }
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Is it the server of this cluster, or has the number gone to some other process since? */
export function isServerOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return commandLine(pid).includes('postgres');
  try {
    // A postmaster works in its data folder.
    return samePath(readlinkSync(`/proc/${pid}/cwd`), cluster);
  } catch {
    return false;
  }
}

/** After an upgrade of the package a server may go on from files that are no longer there; it cannot load extensions. */
export function runsFromDeletedFiles(pid: number): boolean {
  try {
    return process.platform === 'linux' && readlinkSync(`/proc/${pid}/exe`).endsWith(' (deleted)');
  } catch {
    return false;
  }
}

// No process has this number: Linux stops at 2^22, macOS at 99,998.
const NO_PROCESS = 2_147_483_646;

/**
 * A dead server's number may belong to another process by now, and PostgreSQL would then refuse to start. Only the
 * number is replaced: the other lines let PostgreSQL find shared memory that orphaned backends still hold.
 */
export function disownPidFile(cluster: string, owner: { uid: number; gid: number } | undefined): void {
  const lines = (readIfThere(fileOf(cluster)) ?? '').split('\n');
  lines[0] = String(NO_PROCESS);
  writeAtomically(fileOf(cluster), lines.join('\n'), { owner });
}
