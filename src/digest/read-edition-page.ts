import type { Card, FeedStore } from '@/src/feed';
import type { Refusal, Result, UtcDay } from '@/src/shared';
import { addDays, ok, parseUtcDay, refuse, utcDayOf } from '@/src/shared';
import type { EditionKey, EditionKind } from './edition';

/** As many as a reader can ask to be mailed. */
const PAPERS_SHOWN = 50;
const WEEK_DAYS = 7;
/** How far back a day without a list, such as a Sunday, reaches for the last one. */
const REACH_DAYS = 7;

export type EditionPage = {
  edition: EditionKey;
  /** The last day whose list it holds; before the edition's own where that has none. */
  listDay: UtcDay;
  cards: Card[];
  /** Papers that the edition chooses from. */
  total: number;
  previous: EditionKey | null;
  next: EditionKey | null;
};

export type EditionPageRefusal = Refusal<'bad-day' | 'too-late' | 'too-early'>;

/**
 * What everybody may read of an edition: the best papers of its day, or of the seven days to it, in the order in which they
 * are mailed. Readers' own wishes are not in it. Refuses days that have not come, and those before arXiv.
 */
export async function readEditionPage(
  feed: Pick<FeedStore, 'listed' | 'dayBefore' | 'dayAfter'>,
  { kind, key, now }: { kind: EditionKind; key: string; now: Date },
): Promise<Result<EditionPage, EditionPageRefusal>> {
  const parsed = parseUtcDay(key);
  if (!parsed.ok) return refuse('bad-day', parsed.refusal.message);
  const day = parsed.value;
  if (day > utcDayOf(now)) return refuse('too-late', 'That edition has not come out yet.');
  if (day < '1991-08-14') return refuse('too-early', 'arXiv opened in August 1991; there is nothing older.');
  const [before, after] = await Promise.all([feed.dayBefore(day), feed.dayAfter(day)]);
  const own = await bestOf(feed, kind, day);
  const reaches = kind === 'daily' && own.cards.length === 0 && before !== null && before >= addDays(day, -REACH_DAYS);
  const { cards, total } = reaches ? await bestOf(feed, kind, before) : own;
  const weekOn = addDays(day, kind === 'weekly' ? WEEK_DAYS : 1);
  const nextDay = after !== null && (kind === 'daily' ? after : weekOn) <= utcDayOf(now) ? after : null;
  return ok({
    edition: { kind, day },
    listDay: reaches ? before : day,
    cards: cards.filter(({ withdrawn }) => !withdrawn),
    total,
    previous: neighbour(kind, { day: before, own: day, step: -1 }),
    next: neighbour(kind, { day: nextDay, own: day, step: 1 }),
  });
}

const bestOf = (feed: Pick<FeedStore, 'listed'>, kind: EditionKind, day: UtcDay) =>
  feed.listed(
    { from: kind === 'weekly' ? addDays(day, 1 - WEEK_DAYS) : day, to: addDays(day, 1) },
    { show: 'all', category: null, sort: 'votes', limit: PAPERS_SHOWN, offset: 0 },
  );

type Near = { day: UtcDay | null; own: UtcDay; step: 1 | -1 };

function neighbour(kind: EditionKind, { day, own, step }: Near): EditionKey | null {
  if (day === null) return null;
  return { kind, day: kind === 'daily' ? day : addDays(own, step * WEEK_DAYS) };
}
