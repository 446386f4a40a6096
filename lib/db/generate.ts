import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// Prisma's CLI wants to download a native schema engine even where none is needed; naming any
// executable keeps it from trying, and generate, validate and format never start it.
const cli = fileURLToPath(import.meta.resolve('prisma/build/index.js'));
const command = process.argv[2] ?? 'generate';
const run = spawnSync(process.execPath, [cli, command, '--schema', 'prisma/schema.prisma'], {
  stdio: process.argv.includes('--quiet') ? ['ignore', 'ignore', 'inherit'] : 'inherit',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
});
process.exit(run.status ?? 1);
