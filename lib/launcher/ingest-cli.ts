import { EnvError, env, loadEnvFile } from '../env';
import { createLog } from '../log';
import { INGEST_HELP, readArguments } from './ingest-arguments';
import { runIngestCommand } from './ingest-command';
import { StartError } from './start-error';

export { isBuilt } from './ensure-built';

const FAILED = 1;
const USAGE = 2;

async function ingest(args: readonly string[]): Promise<number> {
  loadEnvFile();
  const command = readArguments(args);
  if (!command.ok) {
    process.stderr.write(`${command.refusal.message}.\n\n${INGEST_HELP}`);
    return USAGE;
  }
  if (command.value === 'help') {
    process.stdout.write(INGEST_HELP);
    return 0;
  }
  const stopping = new AbortController();
  const stop = (): void => {
    if (stopping.signal.aborted) process.exit(130);
    process.stderr.write('Stopping after what is under way; once more to stop at once.\n');
    stopping.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return await runIngestCommand(command.value, {
    env: env(),
    log: createLog({ level: env().LOG_LEVEL }),
    out: process.stdout,
    signal: stopping.signal,
  });
}

/** Runs `npm run ingest` with these arguments and sets the exit code. The process stands in the project's folder. */
export async function main(_command: string, args: readonly string[]): Promise<void> {
  try {
    process.exitCode = await ingest(args);
  } catch (error) {
    // What the operator can mend is a sentence; anything else is a bug and shows where.
    const known = error instanceof EnvError || error instanceof StartError;
    process.stderr.write(
      `${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = FAILED;
  }
}
