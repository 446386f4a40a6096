import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type UtcDay } from '@/src/shared';
import { byComments, byNewest, byTrending, byVotes, type Ranked, trendingKey } from './ranking';

const paper = (over: Partial<Ranked> & { firstListed?: UtcDay } = {}) => ({
  id: '2605.00001',
  votes: 0,
  comments: 0,
  interest: 0,
  publishedAt: new Date('2026-05-01T00:00:00Z'),
  withdrawn: false,
  firstListed: '2026-05-01' as UtcDay,
  ...over,
});

const order = (papers: ReturnType<typeof paper>[], by: (a: Ranked, b: Ranked) => number) =>
  papers.toSorted(by).map(({ id }) => id);

describe('by votes', () => {
  test('ties go to comments, then the newer, then the higher id', () => {
    const papers = [
      paper({ id: '1', votes: 5 }),
      paper({ id: '2', votes: 9 }),
      paper({ id: '3', votes: 5, comments: 2 }),
      paper({ id: '4', votes: 5, publishedAt: new Date('2026-05-02T00:00:00Z') }),
      paper({ id: '5', votes: 5 }),
    ];
    expect(order(papers, byVotes)).toEqual(['2', '3', '4', '5', '1']);
  });

  test('among papers without a vote, what may be wanted comes first; a single vote outweighs every guess', () => {
    const papers = [
      paper({ id: '1', interest: -800 }),
      paper({ id: '2', interest: 900, publishedAt: new Date('2026-04-01T00:00:00Z') }),
      paper({ id: '3', votes: 1, interest: -5000 }),
      paper({ id: '4', votes: 1, interest: 9000, publishedAt: new Date('2026-04-01T00:00:00Z') }),
      paper({ id: '5', comments: 1, interest: -9000 }),
    ];
    expect(order(papers, byVotes)).toEqual(['3', '4', '5', '2', '1']);
  });

  test('a withdrawn paper comes last, whatever its votes', () => {
    const papers = [paper({ id: '1', votes: 100, withdrawn: true }), paper({ id: '2' })];
    for (const by of [byVotes, byNewest, byComments]) expect(order(papers, by)).toEqual(['2', '1']);
    expect(papers.toSorted(byTrending).map(({ id }) => id)).toEqual(['2', '1']);
  });
});

test('most discussed looks at comments before votes', () => {
  const papers = [paper({ id: '1', votes: 9 }), paper({ id: '2', comments: 1 }), paper({ id: '3', votes: 10 })];
  expect(order(papers, byComments)).toEqual(['2', '3', '1']);
});

describe('trending', () => {
  const today = '2026-05-29' as UtcDay;

  test('two doublings of 1 + votes are worth four days', () => {
    expect(trendingKey({ votes: 63, firstListed: addDays(today, -4) })).toBeCloseTo(
      trendingKey({ votes: 15, firstListed: today }),
    );
  });

  test('counts half a point a day from the first of January 2000', () => {
    expect(trendingKey({ votes: 0, firstListed: '2000-01-01' as UtcDay })).toBe(0);
    expect(trendingKey({ votes: 3, firstListed: '2000-01-11' as UtcDay })).toBe(7);
  });

  test('a vote never lowers a paper, and a day never raises an older one', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(10_000), (votes, age) => {
        const firstListed = addDays(today, -age);
        expect(trendingKey({ votes: votes + 1, firstListed })).toBeGreaterThan(trendingKey({ votes, firstListed }));
        expect(trendingKey({ votes, firstListed: addDays(firstListed, -1) })).toBeLessThan(
          trendingKey({ votes, firstListed }),
        );
      }),
    );
  });
});

test('every order is total: two papers never tie, so that a page never repeats one', () => {
  const some = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    votes: fc.nat(2),
    comments: fc.nat(1),
    interest: fc.integer({ min: -1, max: 1 }),
    publishedAt: fc.constantFrom(new Date(0), new Date(1)),
    withdrawn: fc.boolean(),
    firstListed: fc.constantFrom('2026-05-28' as UtcDay, '2026-05-29' as UtcDay),
  });
  fc.assert(
    fc.property(some, some, (a, b) => {
      fc.pre(a.id !== b.id);
      for (const by of [byVotes, byNewest, byComments, byTrending]) {
        expect(by(a, b)).not.toBe(0);
        expect(Math.sign(by(a, b))).toBe(-Math.sign(by(b, a)));
      }
    }),
  );
});
