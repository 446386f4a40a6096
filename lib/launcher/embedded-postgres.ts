import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { applicationUrl, asAdministrator, dataDirectoryOf, prepareDatabase } from '../db/embedded-roles';
import type { Log } from '../log';
import { samePath } from './files';
import { freePort } from './free-port';
import { withLock } from './lock';
import { program } from './postgres/binaries';
import {
  checkCluster,
  clusterIn,
  createCluster,
  lastLines,
  logFolderIn,
  ownFolder,
  resetPassword,
} from './postgres/cluster';
import { sweepDrafts } from './postgres/drafts';
import { chooseHome, chooseNative } from './postgres/home';
import { disownPidFile, isServerOf, readPostmaster, runsFromDeletedFiles } from './postgres/postmaster';
import { run } from './postgres/run';
import type { RunAs } from './postgres/run-as';
import { chooseRunAs } from './postgres/run-as';
import { startOptions } from './postgres/settings';
import type { State } from './postgres/state';
import { newState, readState, writeState } from './postgres/state';
import { isAlive } from './process-identity';
import { StartError } from './start-error';

export type EmbeddedPostgres = {
  /** Of the application's own role, which is no superuser but may make databases. */
  url: string;
  /** Found running, left over from a start that was killed, or in use by another of our commands. */
  adopted: boolean;
  stop(): Promise<void>;
};

type Place = { dataDir: string; home: string; cluster: string; native: string; runAs: RunAs; state: State; log: Log };

/**
 * Starts the PostgreSQL that comes with npm on the data folder, making the database on the first call, or adopts the
 * one that already runs there. Throws `StartError` with a sentence where the operator has to do something.
 */
export async function startEmbeddedPostgres(options: { dataDir: string; log: Log }): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  // As root the folder must let PostgreSQL's user through; what is secret in it has a mode of its own.
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o755 : 0o700 });
  return withLock(join(dataDir, 'postgres.lock'), async () => {
    const place = await findPlace(dataDir, options.log);
    await sweepDrafts(place.home, place.log);
    const running = await findRunning(place);
    const port = running ?? (await start(place));
    await prepare(place, port);
    return { url: applicationUrl(place.state, port), adopted: running !== undefined, stop: () => stop(place) };
  });
}

async function findPlace(dataDir: string, log: Log): Promise<Place> {
  const kept = readState(dataDir);
  const inside = clusterIn(dataDir);
  const runAs = chooseRunAs(kept ? clusterIn(kept.home === '.' ? dataDir : kept.home) : inside);
  const home = kept === undefined ? chooseHome(dataDir, runAs) : resolve(dataDir, kept.home);
  const native = chooseNative(runAs, log);
  const state = kept ?? newState(home === dataDir ? '.' : home);
  const place = { dataDir, home, cluster: clusterIn(home), native, runAs, state, log };
  if (existsSync(place.cluster)) await checkCluster(place);
  if (kept === undefined) await settle(place);
  return place;
}

// First start on this folder, or the state file was lost while the cluster is still there.
async function settle(place: Place): Promise<void> {
  const { home, cluster, state, dataDir, log } = place;
  if (home !== dataDir) log.info(`The database lives in ${home}: PostgreSQL's user cannot enter ${dataDir}.`);
  if (existsSync(cluster)) {
    const left = readPostmaster(cluster);
    if (left && isServerOf(left.pid, cluster)) await stop(place);
    if (readPostmaster(cluster)) disownPidFile(cluster, place.runAs);
    await resetPassword({ ...place, adminPassword: state.adminPassword });
  }
  writeState(dataDir, state);
}

const PATIENCE_MS = 60_000;

/** The port of a server that has the cluster open already; waits while it is starting, recovering or stopping. */
async function findRunning(place: Place): Promise<number | undefined> {
  const until = Date.now() + PATIENCE_MS;
  for (let told = false; ; await sleep(50)) {
    const found = readPostmaster(place.cluster);
    if (!found) return undefined;
    if (!isServerOf(found.pid, place.cluster)) {
      if (isAlive(found.pid)) disownPidFile(place.cluster, place.runAs);
      return undefined;
    }
    if (runsFromDeletedFiles(found.pid)) {
      await stop(place);
      return undefined;
    }
    if (found.ready && found.port !== undefined && (await answers(place, found.port))) return found.port;
    if (Date.now() > until) {
      throw new StartError(
        `A PostgreSQL (process ${found.pid}) has ${place.cluster} open but does not answer. End it and start again.`,
      );
    }
    if (!told) place.log.info('Waiting for the database, which is starting or stopping…');
    told = true;
  }
}

async function answers(place: Place, port: number): Promise<boolean> {
  try {
    return samePath(await dataDirectoryOf(place.state, port), place.cluster);
  } catch {
    return false;
  }
}

async function start(place: Place): Promise<number> {
  const { home, cluster, native, runAs, state, log, dataDir } = place;
  if (!existsSync(cluster)) {
    if (state.prepared) writeState(dataDir, Object.assign(state, { prepared: false }));
    await createCluster({ home, native, runAs, adminPassword: state.adminPassword, log });
  }
  ownFolder(logFolderIn(home), runAs);
  const startLog = join(logFolderIn(home), 'start.log');
  let failure = '';
  for (let attempt = 0; attempt < 3; attempt++) {
    const port = await freePort(attempt === 0 ? state.port : undefined);
    const started = await run(
      program(native, 'pg_ctl'),
      ['start', '-D', cluster, '-w', '-t', '120', '-l', startLog, '-o', startOptions(port)],
      { runAs },
    );
    if (started.code === 0) {
      if (state.port !== port) writeState(dataDir, Object.assign(state, { port }));
      return port;
    }
    failure = lastLines(started.output);
    // A start that was killed may have got its server up before ours.
    const other = await findRunning(place);
    if (other !== undefined) return other;
  }
  throw new StartError(`The database did not start (${failure}). Its log is in ${logFolderIn(home)}.`);
}

async function prepare({ state, dataDir }: Place, port: number): Promise<void> {
  if (state.prepared) return;
  await asAdministrator(state, port, (sql) => prepareDatabase(sql, state));
  writeState(dataDir, Object.assign(state, { prepared: true }));
}

async function stop({ cluster, native, runAs, log }: Place): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    const running = readPostmaster(cluster);
    if (!running || !isServerOf(running.pid, cluster)) return;
    const args = ['stop', '-D', cluster, '-m', mode, '-w', '-t', '30'];
    const { code, output } = await run(program(native, 'pg_ctl'), args, { runAs });
    if (code === 0) return;
    log.warn(`The database did not stop (${mode}): ${lastLines(output)}`);
  }
}
