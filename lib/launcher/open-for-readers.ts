import { closePools } from '../db/close-pools';
import { countPapers } from '../db/count-papers';
import { env, setEnv } from '../env';
import type { Log } from '../log';
import type { NextApp } from '../next/start-next';
import { startNext } from '../next/start-next';
import { pageListener } from '../server/create-server';
import { closeServer } from '../server/http-server';
import { developmentListener } from './development-listener';
import type { Door } from './door';
import { ensureBuilt } from './ensure-built';
import { openDatabase } from './open-database';
import { startScheduler } from './scheduler';
import type { Stopper } from './stopper';
import { typescript } from './typescript';

type Options = { root: string; dev: boolean; log: Log; stop: Stopper; door: Door };

const FINISH_MS = 5_000;
const EVERYWHERE: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Brings up database and pages side by side, then lets readers in. Returns how many papers there are. */
export async function openForReaders(options: Options): Promise<number> {
  const { root, dev, log, stop, door } = options;
  const [papers, app] = await both(stop.during(openData(options)), stop.during(openPages(options)));
  if (stop.stopping) return papers;
  const {
    DATABASE_URL = '',
    BASE_URL = '',
    HOST,
    TRUST_PROXY,
    PAGE_CACHE_MB,
    API_PER_MINUTE,
    SCHEDULER,
    CRON_SECRET = '',
  } = env();
  await stop.onStop(closePools);
  await stop.onStop(app.close);
  if (dev) {
    door.answerWith(developmentListener(app.handler));
    await stop.onStop(() => closeServer(door.http, 0));
  } else {
    const site = { origin: new URL(BASE_URL), trustedProxies: TRUST_PROXY };
    const cacheBytes = PAGE_CACHE_MB * 1_048_576;
    const limits = { cacheBytes, apiPerMinute: API_PER_MINUTE };
    const pages = pageListener({ handler: app.handler, databaseUrl: DATABASE_URL, site, ...limits, root, log });
    door.answerWith(pages.listener);
    await stop.onStop(pages.close);
    await stop.onStop(() => closeServer(door.http, FINISH_MS));
  }
  if (SCHEDULER === 'on') {
    const scheduler = startScheduler({ host: EVERYWHERE[HOST] ?? HOST, port: door.port, secret: CRON_SECRET, log });
    await stop.onStop(scheduler.stop);
  }
  return papers;
}

async function openData({ log, stop }: Options): Promise<number> {
  const database = await openDatabase({ env: env(), log });
  await stop.onStop(database.stop);
  setEnv({ DATABASE_URL: database.url });
  if (stop.stopping) return 0;
  const papers = await countPapers(database.url);
  if (papers > 0) return papers;
  await typescript();
  const { fillFirstRun } = await import('./first-run');
  await fillFirstRun({ databaseUrl: database.url, env: env(), log, now: () => new Date() });
  return countPapers(database.url);
}

async function openPages({ root, dev, log, door }: Options): Promise<NextApp> {
  if (dev) {
    await typescript();
    await (await import('./development')).prepareDevelopment(root, log);
  } else await ensureBuilt(root, log);
  const { HOST } = env();
  return startNext({ root, dev, hostname: HOST, port: door.port, http: door.http });
}

// The first failure ends the start, but not before the other side has come to rest.
async function both<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return Promise.all([a, b]);
}
