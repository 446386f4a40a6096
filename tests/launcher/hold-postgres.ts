import { startEmbeddedPostgres } from '@/lib/launcher/embedded-postgres';
import { createLog } from '@/lib/log';

// Starts the embedded database on a folder and holds it until it is told to stop, or killed.
const [dataDir = ''] = process.argv.slice(2);
const log = createLog({ level: 'debug', write: (line) => process.stdout.write(line) });
const server = await startEmbeddedPostgres({ dataDir, log });
process.stdout.write(`ready ${server.adopted ? 'adopted' : 'started'} ${server.url}\n`);
const idle = setInterval(() => {}, 1_000);
process.once('SIGTERM', () => {
  clearInterval(idle);
  void server.stop().then(() => process.stdout.write('stopped\n'));
});
