import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type nextFactory from 'next';
import type { NextHandler } from '../server/next-answer';
import { markOwnServer } from './own-server';

export type NextApp = { handler: NextHandler; close(): Promise<void> };

type Options = { root: string; dev: boolean; hostname: string; port: number; http: Server };

/** Next inside this process, answering through a handler. */
export async function startNext({ root, dev, hostname, port, http }: Options): Promise<NextApp> {
  if (!dev) markOwnServer();
  // Next sets itself up through require hooks.
  const next = createRequire(join(root, 'package.json'))('next') as typeof nextFactory;
  const app = next({ dev, dir: root, hostname, port, httpServer: http, quiet: true });
  await app.prepare();
  return { handler: app.getRequestHandler(), close: () => app.close() };
}
