import { spawnSync } from 'node:child_process';
import { bundleBrowser } from '@/lib/browser/bundle';
import { writeApiTypes } from '@/tests/hub/write-api-types';

// What the sources import and no commit holds: the Prisma client, the scripts of the reader's browser, the types of the API.
const prisma = spawnSync(process.execPath, ['--import', 'tsx', 'lib/db/generate.ts', 'generate', '--quiet'], {
  stdio: 'inherit',
});
if (prisma.status !== 0) process.exit(prisma.status ?? 1);
await bundleBrowser();
await writeApiTypes();
