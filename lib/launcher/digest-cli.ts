import { EnvError, env, loadEnvFile } from '../env';
import { createLog } from '../log';
import { DIGEST_HELP, readDigestArguments } from './digest-arguments';
import { runDigestCommand } from './digest-command';
import { StartError } from './start-error';

const FAILED = 1;
const USAGE = 2;

async function digest(args: readonly string[]): Promise<number> {
  loadEnvFile();
  const command = readDigestArguments(args);
  if (!command.ok) {
    process.stderr.write(`${command.refusal.message}.\n\n${DIGEST_HELP}`);
    return USAGE;
  }
  if (command.value === 'help') {
    process.stdout.write(DIGEST_HELP);
    return 0;
  }
  const stopping = new AbortController();
  process.on('SIGINT', () => stopping.abort()).on('SIGTERM', () => stopping.abort());
  const log = createLog({ level: env().LOG_LEVEL });
  return await runDigestCommand(command.value, { log, out: process.stdout, signal: stopping.signal });
}

try {
  process.exitCode = await digest(process.argv.slice(2));
} catch (error) {
  // What the operator can mend is a sentence; anything else is a bug and shows where.
  const known = error instanceof EnvError || error instanceof StartError;
  process.stderr.write(
    `${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = FAILED;
}
