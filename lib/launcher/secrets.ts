import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, writeAtomically } from './files';
import { StartError } from './start-error';

const NAMES = ['CRON_SECRET', 'AUTH_SECRET'] as const;
type Secrets = Record<(typeof NAMES)[number], string>;

const schema = z.record(z.string(), z.string());

/**
 * The secrets of this instance: made on the first start, kept in the data folder for us alone to read. A secret that
 * the environment sets counts for more and is not written down.
 */
export function keepSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json');
  const kept = parse(path);
  const missing = NAMES.filter((name) => kept[name] === undefined);
  for (const name of missing) kept[name] = randomBytes(32).toString('base64url');
  if (missing.length > 0) writeAtomically(path, `${JSON.stringify(kept, null, 2)}\n`);
  return kept as Secrets;
}

function parse(path: string): Partial<Record<string, string>> {
  const text = readIfThere(path);
  if (text === undefined) return {};
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new StartError(
      `${path} is damaged. Remove it and start again: new secrets are made, and everybody signs in anew.`,
    );
  }
}
