import { MigrationError } from '../db/ledger';
import { EnvError, env, loadEnvFile } from '../env';
import { createLog, type Log } from '../log';
import { endChildren } from './child';
import { PortError } from './door';
import { ensureBuilt } from './ensure-built';
import { RunningError, start } from './start';
import { StartError } from './start-error';
import { stopper } from './stopper';

const USAGE = 'Usage: npm start | npm run dev | npm run build';
const EXIT = { fault: 1, usage: 2, running: 3, port: 4 } as const;

export { isBuilt } from './ensure-built';

/** Runs one command of the launcher. The process stands in the project's folder. */
export async function main(command: string | undefined): Promise<void> {
  const root = process.cwd();
  const log = createLog({ level: 'info', write: (line) => process.stdout.write(line) });
  const stop = stopper({ log, force: endChildren });
  try {
    loadEnvFile();
    const own = createLog({ level: env().LOG_LEVEL, write: (line) => process.stdout.write(line) });
    switch (command) {
      case 'start':
      case 'dev':
        await start({ root, dev: command === 'dev', log: own, stop });
        break;
      case 'build':
        await stop.onStop(endChildren);
        await build(root, own);
        break;
      default:
        log.error(USAGE);
        process.exitCode = EXIT.usage;
    }
  } catch (error) {
    // A stop makes whatever was starting fail; that is no news.
    if (stop.stopping) return;
    await stop.stop();
    fail(log, error);
  }
}

async function build(root: string, log: Log): Promise<void> {
  const { built } = await ensureBuilt(root, log);
  log.info(built ? 'Built.' : 'The build is up to date.');
}

function fail(log: Log, error: unknown): void {
  const isSentence = error instanceof StartError || error instanceof EnvError || error instanceof MigrationError;
  log.error(isSentence ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(error instanceof RunningError ? EXIT.running : error instanceof PortError ? EXIT.port : EXIT.fault);
}
