import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { samePath } from '../files';

/**
 * The processes that work on this folder: it is their working folder or stands among their arguments. None where the
 * system does not tell (Windows).
 */
export function workersIn(folder: string): number[] {
  if (process.platform === 'win32') return [];
  return process.platform === 'linux' ? fromProc(folder) : fromPs(folder);
}

function fromProc(folder: string): number[] {
  const numbers = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return numbers.filter((pid) => pid !== process.pid && worksIn(pid, folder));
}

function worksIn(pid: number, folder: string): boolean {
  try {
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const named = args.some((arg) => basename(arg) === basename(folder) && samePath(arg, folder));
    return named || samePath(readlinkSync(`/proc/${pid}/cwd`), folder);
  } catch {
    return false;
  }
}

function fromPs(folder: string): number[] {
  const list = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8', maxBuffer: 16_777_216 });
  const lines = list.split('\n').filter((line) => line.includes(` ${folder}`));
  return lines.map((line) => Number.parseInt(line, 10)).filter((pid) => pid > 0 && pid !== process.pid);
}
