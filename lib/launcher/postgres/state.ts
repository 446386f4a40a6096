import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, writeAtomically } from '../files';
import { StartError } from '../start-error';

const schema = z.object({
  /** Folder that holds the cluster, its log and, where needed, a copy of the programs. */
  home: z.string(),
  port: z.number().int().optional(),
  adminPassword: z.string(),
  password: z.string(),
  /** The application's role and database are made. */
  prepared: z.boolean(),
});

/** What a start must know of the embedded database before it runs; `DATA_DIR/postgres.json`, readable by us alone. */
export type State = z.output<typeof schema>;

const fileOf = (dataDir: string): string => join(dataDir, 'postgres.json');

export function readState(dataDir: string): State | undefined {
  const path = fileOf(dataDir);
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new StartError(`${path} is damaged. Remove it and start again: a new password is set, the papers stay.`);
  }
}

export function newState(home: string): State {
  const password = (): string => randomBytes(24).toString('base64url');
  return { home, adminPassword: password(), password: password(), prepared: false };
}

export const writeState = (dataDir: string, state: State): void =>
  writeAtomically(fileOf(dataDir), `${JSON.stringify(state, null, 2)}\n`);
