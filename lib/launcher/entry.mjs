// Plain JavaScript, so that a Node that is too old can still say so. Runs what was built where the build is that of the
// sources as they are, and the sources otherwise.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`This is Node ${process.version}; Broadsheet needs Node 20.19 or newer. See https://nodejs.org.`);
  process.exit(1);
}

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const [command, ...rest] = process.argv.slice(2);
const source = command === 'ingest' ? 'ingest-cli' : 'main';
const built = new URL(`../../.next/broadsheet/${source}.mjs`, import.meta.url);

let program;
if ((command === 'start' || command === 'ingest') && existsSync(built)) {
  program = await import(built.href).catch(() => undefined);
  if (program && !program.isBuilt(process.cwd())) program = undefined;
}
if (!program) {
  const { register } = await import('tsx/esm/api');
  register();
  program = command === 'ingest' ? await import('./ingest-cli.ts') : await import('./main.ts');
}
await program.main(command, rest);
