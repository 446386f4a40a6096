import pg from 'pg';
import type { Log } from '../log';
import { CHANGE_CHANNEL } from './announce-change';

/** News of changes made by any process on the same database. */
export type ChangeListener = {
  /** False while the connection is down and changes may go unheard. */
  isConnected(): boolean;
  close(): Promise<void>;
};

type Options = {
  databaseUrl: string;
  log: Log;
  /** The tags of a change; undefined when anything may have changed, because nobody listened for a while. */
  onChange: (tags: ReadonlySet<string> | undefined) => void;
};

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
const HEARTBEAT_MS = 15_000;

/**
 * Listens on a connection of its own and keeps coming back after a loss. A connection that is dead without saying so
 * (a restarted router, a sleeping laptop) is found by its heartbeat.
 */
export function listenForChanges({ databaseUrl, log, onChange }: Options): ChangeListener {
  let client: pg.Client | undefined;
  let connected = false;
  let closed = false;
  let wait = FIRST_WAIT_MS;
  let timer: NodeJS.Timeout | undefined;

  const lost = (lostClient: pg.Client): void => {
    if (client !== lostClient) return;
    client = undefined;
    if (closed) return;
    if (connected)
      log.warn('Lost the connection that tells of changes; pages are made anew every second until it is back.');
    connected = false;
    lostClient.end().catch(() => {});
    timer = setTimeout(connect, wait).unref();
    wait = Math.min(LONGEST_WAIT_MS, wait * 2);
  };

  const beat = (own: pg.Client): void => {
    if (client !== own || closed) return;
    timer = setTimeout(() => {
      own.query('SELECT 1').then(
        () => beat(own),
        () => lost(own),
      );
    }, HEARTBEAT_MS).unref();
  };

  const connect = (): void => {
    const own = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'broadsheet changes',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
    });
    client = own;
    own.on('error', () => lost(own));
    own.on('end', () => lost(own));
    own.on('notification', ({ channel, payload = '' }) => {
      if (channel === CHANGE_CHANNEL) onChange(new Set(payload.split(' ').filter(Boolean)));
    });
    own
      .connect()
      .then(() => own.query(`LISTEN ${CHANGE_CHANNEL}`))
      .then(
        () => {
          if (wait > FIRST_WAIT_MS) log.info('Hearing of changes again.');
          wait = FIRST_WAIT_MS;
          connected = true;
          onChange(undefined);
          beat(own);
        },
        () => lost(own),
      );
  };

  connect();
  return {
    isConnected: () => connected,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
