import { addDays, isoWeekday, type UtcDay, utcDayOf } from '@/src/shared';
import { arxivClock } from './announcement-day';

/** A piece of work that the scheduler may do. Tasks of one host stand or fall together. */
export type IngestTask =
  | { name: 'feeds'; host: 'arxiv'; categories: string[] }
  | { name: 'harvest'; host: 'arxiv' }
  | { name: 'missing'; host: 'arxiv' }
  | { name: 'details'; host: 'arxiv' }
  | { name: 'picks'; host: 'hub'; from: UtcDay; to: UtcDay }
  | { name: 'render'; host: 'none' };

export type TaskTimes = { triedAt?: Date; doneAt?: Date };

export type IngestState = {
  /** The last day of each category whose announcement is known. */
  announced: Readonly<Record<string, UtcDay | undefined>>;
  times: Readonly<Partial<Record<IngestTask['name'], TaskTimes>>>;
  missing: number;
  withoutCategories: number;
  staleRendering: boolean;
};

/** Papers missing from announcements older than this many days are not chased any more. */
export const CHASED_DAYS = 14;

const MINUTE = 60_000;
const FEED_RETRY = 20 * MINUTE;
const HARVEST_RETRY = 30 * MINUTE;
const DETAILS_EVERY = 60 * MINUTE;
const PICKS_EVERY = 60 * MINUTE;
const PICK_DAYS = 3;
// Feeds are built at midnight on arXiv's clock; metadata is out from about 22:30 (https://info.arxiv.org/help/oa/).
const FEED_MINUTE = 10;
const HARVEST_HOUR = 23;

/** What is due at that moment, in the order in which readers need it. */
export function planIngest({
  now,
  categories,
  picks,
  state,
}: {
  now: Date;
  categories: readonly string[];
  picks: boolean;
  state: IngestState;
}): IngestTask[] {
  const tasks: IngestTask[] = [];
  const rested = (name: IngestTask['name'], ms: number): boolean => {
    const { triedAt } = state.times[name] ?? {};
    return triedAt === undefined || now.getTime() - triedAt.getTime() >= ms;
  };

  const feedDay = currentFeedDay(now);
  const unread = categories.filter((category) => feedDay !== undefined && (state.announced[category] ?? '') < feedDay);
  if (unread.length > 0 && rested('feeds', FEED_RETRY))
    tasks.push({ name: 'feeds', host: 'arxiv', categories: unread });
  if (state.missing > 0 && rested('missing', DETAILS_EVERY)) tasks.push({ name: 'missing', host: 'arxiv' });
  if (picks && rested('picks', PICKS_EVERY)) {
    const to = utcDayOf(now);
    tasks.push({ name: 'picks', host: 'hub', from: addDays(to, 1 - PICK_DAYS), to });
  }
  if (harvestDue(now, state.times.harvest) && rested('harvest', HARVEST_RETRY))
    tasks.push({ name: 'harvest', host: 'arxiv' });
  if (state.withoutCategories > 0 && rested('details', DETAILS_EVERY)) tasks.push({ name: 'details', host: 'arxiv' });
  if (state.staleRendering) tasks.push({ name: 'render', host: 'none' });
  return tasks;
}

/** The day whose announcement the feeds hold at that moment; none at weekends, when they are empty. */
export function currentFeedDay(now: Date): UtcDay | undefined {
  const { day, hour, minute } = arxivClock(now);
  const of = hour === 0 && minute < FEED_MINUTE ? addDays(day, -1) : day;
  return isoWeekday(of) < 6 ? of : undefined;
}

// Due once after each evening's announcement.
function harvestDue(now: Date, times: TaskTimes | undefined): boolean {
  if (times?.doneAt === undefined) return true;
  const evening = (at: Date): UtcDay => {
    const { day, hour } = arxivClock(at);
    return hour >= HARVEST_HOUR ? day : addDays(day, -1);
  };
  return evening(times.doneAt) < evening(now);
}
