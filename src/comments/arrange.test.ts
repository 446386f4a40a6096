import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrange, DEEPEST } from './arrange';
import type { Outline } from './comment';

const HOUR_MS = 3_600_000;
const at = (hours: number): Date => new Date(Date.UTC(2026, 10, 20) + hours * HOUR_MS);
const said = (id: string, hours: number, over: Partial<Outline> = {}): Outline => ({
  id,
  parentId: null,
  authorId: `author of ${id}`,
  createdAt: at(hours),
  gone: false,
  ...over,
});
const ids = (placed: ReturnType<typeof arrange>): string[] => placed.map(({ id }) => id);

describe('newest first', () => {
  test('threads come by their time, the latest first', () => {
    expect(ids(arrange([said('a', 1), said('b', 3), said('c', 2)], 'newest'))).toEqual(['b', 'c', 'a']);
  });

  test('replies stand below what they answer, in the order of their time', () => {
    const outlines = [
      said('a', 1),
      said('a2', 5, { parentId: 'a' }),
      said('a1', 4, { parentId: 'a' }),
      said('a11', 6, { parentId: 'a1' }),
      said('b', 2),
    ];
    expect(ids(arrange(outlines, 'newest'))).toEqual(['b', 'a', 'a1', 'a11', 'a2']);
  });

  test('comments of the same instant stand in one order, whatever order they come in', () => {
    const outlines = [said('a', 1), said('b', 1), said('c', 1)];
    expect(arrange(outlines, 'newest')).toEqual(arrange([...outlines].reverse(), 'newest'));
  });
});

describe('best first', () => {
  test('a thread in which another person takes part outweighs two days', () => {
    const outlines = [said('old', 0), said('reply', 1, { parentId: 'old' }), said('new', 47)];
    expect(ids(arrange(outlines, 'best'))[0]).toBe('old');
  });

  test('and no more than two days', () => {
    const outlines = [said('old', 0), said('reply', 1, { parentId: 'old' }), said('new', 49)];
    expect(ids(arrange(outlines, 'best'))[0]).toBe('new');
  });

  test('talking to oneself counts for nothing', () => {
    const outlines = [
      said('old', 0, { authorId: 'x' }),
      said('r', 1, { parentId: 'old', authorId: 'x' }),
      said('new', 1),
    ];
    expect(ids(arrange(outlines, 'best'))[0]).toBe('new');
  });

  test('one person who answers ten times counts once', () => {
    const many = Array.from({ length: 10 }, (_, n) => said(`m${n}`, 2 + n, { parentId: 'a', authorId: 'x' }));
    const two = [said('y', 1, { parentId: 'b' }), said('z', 1, { parentId: 'b' })];
    expect(ids(arrange([said('a', 0), ...many, said('b', 0), ...two], 'best'))[0]).toBe('b');
  });

  test('what was deleted counts for nothing', () => {
    const outlines = [said('old', 0), said('r', 1, { parentId: 'old', gone: true }), said('new', 1)];
    expect(ids(arrange(outlines, 'best'))[0]).toBe('new');
  });
});

describe('what is gone', () => {
  test('keeps its place while something answers it', () => {
    const outlines = [said('a', 0, { gone: true }), said('b', 1, { parentId: 'a' })];
    expect(ids(arrange(outlines, 'newest'))).toEqual(['a', 'b']);
  });

  test('goes with the last answer, up to the first that is left', () => {
    const outlines = [
      said('a', 0),
      said('b', 1, { parentId: 'a', gone: true }),
      said('c', 2, { parentId: 'b', gone: true }),
    ];
    expect(ids(arrange(outlines, 'newest'))).toEqual(['a']);
  });
});

describe('depth', () => {
  test(`ends at ${DEEPEST}; deeper replies stand beside the one they answer`, () => {
    const chain = Array.from({ length: 8 }, (_, n) => said(`c${n}`, n, n === 0 ? {} : { parentId: `c${n - 1}` }));
    expect(arrange(chain, 'best').map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4, 4, 4, 4]);
  });

  test('a chain of 20,000 replies neither ends the process nor takes long', () => {
    const chain = Array.from({ length: 20_000 }, (_, n) => said(`c${n}`, n, n === 0 ? {} : { parentId: `c${n - 1}` }));
    const started = performance.now();
    expect(arrange(chain, 'best')).toHaveLength(20_000);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

test('every comment that is left has one place, below the one it answers', () => {
  const discussion = fc
    .array(fc.record({ parent: fc.nat(), gone: fc.boolean(), hours: fc.nat(500), author: fc.nat(5) }), {
      maxLength: 60,
    })
    .map((rows) =>
      rows.map(({ parent, gone, hours, author }, n) =>
        said(`c${n}`, hours, {
          authorId: `p${author}`,
          gone,
          parentId: n === 0 || parent % (n + 1) === n ? null : `c${parent % n}`,
        }),
      ),
    );
  fc.assert(
    fc.property(discussion, fc.constantFrom('best' as const, 'newest' as const), (outlines, order) => {
      const placed = ids(arrange(outlines, order));
      expect(new Set(placed).size).toBe(placed.length);
      for (const { id, gone, parentId } of outlines) {
        if (!gone) expect(placed).toContain(id);
        if (parentId !== null && placed.includes(id)) expect(placed.indexOf(parentId)).toBeLessThan(placed.indexOf(id));
      }
    }),
  );
});
