import { daysBetween, type UtcDay } from '@/src/shared';

/** What the orders look at. */
export type Ranked = {
  id: string;
  votes: number;
  comments: number;
  /** How much it may be wanted, in thousandths of log-odds, by the model that `/about` describes. */
  interest: number;
  publishedAt: Date;
  withdrawn: boolean;
};

type Order<T> = (a: T, b: T) => number;

const lastWithdrawn: Order<Ranked> = (a, b) => Number(a.withdrawn) - Number(b.withdrawn);
const newest: Order<Ranked> = (a, b) => b.publishedAt.getTime() - a.publishedAt.getTime();
const highestId: Order<Ranked> = (a, b) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
const mostVotes: Order<Ranked> = (a, b) => b.votes - a.votes;
// A vote says more than any guess, so that a guess counts only where nobody has voted.
const mostInterest: Order<Ranked> = (a, b) => (b.votes === 0 ? b.interest : 0) - (a.votes === 0 ? a.interest : 0);
const mostComments: Order<Ranked> = (a, b) => b.comments - a.comments;

const inOrder =
  <T>(...orders: Order<T>[]): Order<T> =>
  (a, b) => {
    for (const order of orders) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  };

/**
 * The order of a day, week or month: most votes, then most comments, then (among papers without a vote) what may be
 * wanted most, then newest published, then the higher id. Withdrawn papers come last. A plain count, as the Hub's daily list and Lobsters' upvotes do, so that anyone can check it by eye.
 */
export const byVotes: Order<Ranked> = inOrder(lastWithdrawn, mostVotes, mostComments, mostInterest, newest, highestId);

/** Newest published first, then the higher id. Withdrawn papers come last. */
export const byNewest: Order<Ranked> = inOrder(lastWithdrawn, newest, highestId);

/** Most comments first, then the order of votes. Withdrawn papers come last. */
export const byComments: Order<Ranked> = inOrder(lastWithdrawn, mostComments, mostVotes, newest, highestId);

/** The day that trending keys are counted from; any fixed day gives the same order. */
export const TRENDING_EPOCH = '2000-01-01' as UtcDay;

/** How many days make up for one doubling of votes. */
export const TRENDING_DAYS_PER_DOUBLING = 2;

/**
 * The trending key: log2(1 + votes) + days since 2000-01-01 / 2, with the days counted to the first listing. Every doubling
 * of votes is worth two days. Age enters as a date instead of a decay, so a key changes only when a vote is cast
 * and can be kept in an index: the form of Reddit's "hot" rank (`_sorts.pyx` of its 2017 open-source release, base 10 and 12.5 hours there).
 */
export const trendingKey = ({ votes, firstListed }: { votes: number; firstListed: UtcDay }): number =>
  Math.log2(1 + votes) + daysBetween(TRENDING_EPOCH, firstListed) / TRENDING_DAYS_PER_DOUBLING;

type Trending = Ranked & { firstListed: UtcDay };

/** Highest trending key first, then the higher id. Withdrawn papers come last. */
export const byTrending: Order<Trending> = inOrder<Trending>(
  lastWithdrawn,
  (a, b) => trendingKey(b) - trendingKey(a),
  highestId,
);
