import { EnvError, env } from '../env';
import { createLog } from '../log';
import { INGEST_HELP, readArguments } from './ingest-arguments';
import { runIngestCommand } from './ingest-command';
import { StartError } from './start-error';

const FAILED = 1;
const USAGE = 2;

async function main(): Promise<number> {
  const command = readArguments(process.argv.slice(2));
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

try {
  process.exitCode = await main();
} catch (error) {
  // What the operator can mend is a sentence; anything else is a bug and shows where.
  const known = error instanceof EnvError || error instanceof StartError;
  process.stderr.write(
    `${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = FAILED;
}
