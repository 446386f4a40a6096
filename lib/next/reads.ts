import { cache } from 'react';
import { breather } from '@/lib/breather';
import { env } from '@/lib/env';
import { services } from '@/lib/services';
import { readMap } from '@/src/atlas';
import type { ListOptions, Period } from '@/src/feed';
import * as feed from '@/src/feed';
import { readStatus } from '@/src/ingest';
import type { PaperId } from '@/src/papers';
import { readSearch, readSimilar, type SearchQuery, type Side } from '@/src/search';
import { readVoters } from '@/src/votes';

/** The instant of a request; one for everything that its page says. */
export const requestTime = cache((): Date => new Date());

export const latestDay = cache(() => feed.readLatestDay(services().feed, { now: requestTime() }));

export const period = (period: Period, options: ListOptions) =>
  feed.readPeriod(services().feed, { period, options, now: requestTime() });

export const trending = (options: ListOptions) => feed.readTrending(services().feed, { options });

export const author = (key: string, page: number) => feed.readAuthor(services().feed, { key, page });

export const category = (code: string, page: number) => feed.readCategory(services().feed, { code, page });

export const search = (query: SearchQuery, page: number) =>
  readSearch({ search: services().search, feed: services().feed }, { query, page });

export const similar = (id: PaperId, side: Side) =>
  readSimilar({ search: services().search, feed: services().feed }, { id, side });

/** Who upvoted a paper, as far as they let others see. */
export const voters = (id: PaperId) => readVoters(services().votes, id);

// More than a page names would be a collaboration's whole list.
const MOST_AUTHORS = 20;

/** People here who were confirmed as authors of a paper. */
export const claimedAuthors = (id: PaperId) => services().claims.authors(id, MOST_AUTHORS);

export const paper = cache((id: PaperId) => feed.readPaper(services().feed, id));

/** The map of a day. Drawing one takes a second or two of work, in which other requests are let through. */
export const dayMap = (day: string) => readMap({ store: services().atlas, breathe: breather() }, day);

/** The weights behind the order of papers without votes; null where the instance does without. */
export const interest = async () => (env().INTEREST === 'on' ? await services().interest.used() : null);

export const status = () =>
  readStatus({ store: services().status, categories: env().ARXIV_CATEGORIES, now: requestTime() });
