import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { StartError } from '../start-error';

/** A user for PostgreSQL, which refuses to run as root. Undefined: run as we are. */
export type RunAs = { uid: number; gid: number; name: string } | undefined;

const PREFERRED = ['postgres', 'nobody', 'daemon'];

type Account = { uid: number; gid: number; name: string };

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid > 0);
}

/**
 * Whom to run PostgreSQL as. As root: the owner of a cluster that is there already, else the first of
 * `postgres`, `nobody`, `daemon`; initdb wants a name, so the user must be in /etc/passwd.
 */
export function chooseRunAs(cluster: string): RunAs {
  if (process.getuid?.() !== 0) return undefined;
  const known = accounts();
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  const chosen =
    known.find(({ uid }) => uid === owner) ??
    PREFERRED.map((name) => known.find((account) => account.name === name)).find((account) => account !== undefined);
  if (chosen) return chosen;
  throw new StartError(
    'PostgreSQL does not run as root, and no other user (postgres, nobody, daemon) is known here. ' +
      'Start Broadsheet as a normal user, or set DATABASE_URL.',
  );
}

/** Can that user enter the folder (and every one above it)? Asked of the system, which knows ACLs and mounts. */
export function canEnter(folder: string, runAs: RunAs): boolean {
  if (!runAs) return true;
  const probe = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    stdio: 'ignore',
    cwd: '/',
    uid: runAs.uid,
    gid: runAs.gid,
  });
  return probe.status === 0;
}
