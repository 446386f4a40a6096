import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleBrowser } from '../browser/bundle';
import type { Log } from '../log';
import { generateClient } from './build';
import { readIfThere, writeAtomically } from './files';

/** What `next dev` needs beforehand: Prisma's client when the schema changed, and the browser's scripts. */
export async function prepareDevelopment(root: string, log: Log): Promise<void> {
  const stamp = join(root, 'lib/db/generated/.schema');
  const schema = createHash('sha256')
    .update(readFileSync(join(root, 'prisma/schema.prisma')))
    .digest('hex');
  if (readIfThere(stamp) !== schema) {
    log.info('Generating the database client…');
    await generateClient(root);
    writeAtomically(stamp, schema);
  }
  await bundleBrowser();
}
