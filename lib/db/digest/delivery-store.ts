import type postgres from 'postgres';
import type { DeliveryStore } from '@/src/digest';
import { claimDeliveries } from './claim';
import { markDeliveries } from './mark';
import { pauseSending, resumeSending } from './pace';
import { readCandidates, readStories } from './papers';

/** Sending's side of the ledger in PostgreSQL. `interest`: whether what papers promise breaks ties, as it does on the site's pages. */
export const deliveryStore = (sql: postgres.Sql, { interest = true } = {}): DeliveryStore => ({
  claim: (options) => claimDeliveries(sql, options),
  mark: (lease, marks) => markDeliveries(sql, lease, marks),
  pause: (reason, pauseMs) => pauseSending(sql, reason, pauseMs),
  resume: () => resumeSending(sql),
  candidates: (window, options) => readCandidates(sql, window, { ...options, interest }),
  stories: (ids) => readStories(sql, ids),
});
