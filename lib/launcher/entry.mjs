// Plain JavaScript, so that a Node that is too old can still say so. Runs the built launcher where the build is that of
// the sources as they are, and the sources otherwise.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`This is Node ${process.version}; Broadsheet needs Node 20.19 or newer. See https://nodejs.org.`);
  process.exit(1);
}

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const built = new URL('../../.next/broadsheet/launcher.mjs', import.meta.url);
const command = process.argv[2];

let launcher;
if (command === 'start' && existsSync(built)) {
  launcher = await import(built.href).catch(() => undefined);
  if (launcher && !launcher.isBuilt(process.cwd())) launcher = undefined;
}
if (!launcher) {
  const { register } = await import('tsx/esm/api');
  register();
  launcher = await import('./main.ts');
}
await launcher.main(command);
