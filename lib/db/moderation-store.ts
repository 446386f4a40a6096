import type postgres from 'postgres';
import type { ModerationStore } from '@/src/moderation';
import { actOnAccount, changeRole, findPeople } from './moderation/accounts';
import { actOnItem } from './moderation/act-on-item';
import { decideClaim, waitingClaims } from './moderation/claims';
import { storeFlag } from './moderation/flag';
import { findItem, readQueue } from './moderation/items';
import { findEntry, readLog } from './moderation/log';
import { limit } from './rate-limit';
import { undoRing } from './votes/rings';

/** Moderation in PostgreSQL. */
export const moderationStore = (sql: postgres.Sql): ModerationStore => ({
  flag: (flag) => storeFlag(sql, flag),
  item: (ref) => findItem(sql, ref),
  queue: (slice) => readQueue(sql, slice),
  act: (deed) => actOnItem(sql, deed),
  actOnAccount: (deed) => actOnAccount(sql, deed),
  changeRole: (deed) => changeRole(sql, deed),
  claims: (slice) => waitingClaims(sql, slice),
  decideClaim: (deed) => decideClaim(sql, deed),
  undoRing: (undo) => sql.begin((tx) => undoRing(tx, undo)),
  log: (query) => readLog(sql, query),
  entry: (id) => findEntry(sql, id),
  people: (query) => findPeople(sql, query),
  limit: (wanted) => limit(sql, wanted),
});
