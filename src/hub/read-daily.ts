import type { z } from 'zod';
import type { FeedStore } from '@/src/feed';
import { type Period, rangeOf } from '@/src/feed';
import type { PaperId } from '@/src/papers';
import type { Result } from '@/src/shared';
import { addDays, ok, refuse, utcDayOf } from '@/src/shared';
import type { HubStore } from './hub-record';
import type { DAILY } from './parameters';

/** Pages after it would make the server read without end, and nobody reads so far. */
const FURTHEST = 10_000;

type Given = { feed: FeedStore; hub: HubStore; now: Date };
export type DailyRefusal = { code: 'bad-parameter' | 'no-such-page'; message: string };
type Page = { ids: PaperId[]; more: boolean };

/**
 * The ids of a page of `GET /api/daily_papers`, and whether more follow. A day, week or month has most upvotes first, as its page
 * does; otherwise the newest, or the trending, come first. A period without papers is an empty page; one that has not come is refused.
 */
export async function readDaily(
  { feed, hub, now }: Given,
  { p, limit, sort, submitter, ...periods }: z.output<typeof DAILY>,
): Promise<Result<Page, DailyRefusal>> {
  const given = [periods.date, periods.week, periods.month, submitter].filter((one) => one !== undefined);
  if (given.length > 1) return refuse('bad-parameter', 'Give one of date, week, month and submitter.');
  const offset = p * limit;
  if (offset > FURTHEST) return refuse('no-such-page', `Lists end after ${FURTHEST} papers; ask for a date.`);
  // One more tells whether there is a next page.
  const slice = { limit: limit + 1, offset };
  const paged = (ids: PaperId[]) => ok({ ids: ids.slice(0, limit), more: ids.length > limit });
  const idsOf = ({ cards }: { cards: { id: PaperId }[] }): PaperId[] => cards.map(({ id }) => id);

  const period: Period | undefined = periods.date ?? periods.week ?? periods.month;
  if (period) {
    const range = rangeOf(period);
    if (range.from > addDays(utcDayOf(now), 1)) return refuse('bad-parameter', `That ${period.kind} has not come yet.`);
    const list = await feed.listed(range, { ...ALL, ...slice, sort: 'votes' });
    return paged(idsOf(list));
  }
  if (submitter !== undefined) {
    const person = await hub.person(submitter);
    if (person === null) return paged([]);
    return paged(idsOf(await feed.submittedBy(person, { ...slice, cap: FURTHEST })));
  }
  if (sort === 'trending') return paged(idsOf(await feed.trending({ ...ALL, ...slice, cap: FURTHEST })));
  return paged(await hub.newestShown(slice));
}

const ALL = { show: 'all', category: null } as const;
