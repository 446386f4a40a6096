import { describe, expect, test } from 'vitest';
import { Room } from './room';
import { highest } from './select';
import { nearest } from './sieve';
import { Vectors } from './vectors';

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const PAPERS = 3_000;

describe.each([20, 96, 256, 300])('the sieve over %i dimensions', (dimensions) => {
  const next = numbers(dimensions);
  const vectors = new Vectors(dimensions);
  vectors.reserve(PAPERS);
  const plain = Array.from({ length: PAPERS }, () =>
    Int8Array.from({ length: dimensions }, () => Math.round(next() * 200 - 100)),
  );
  for (const [paper, vector] of plain.entries()) vectors.set(paper, vector);
  const room = new Room().cleared(PAPERS);
  room.allowed.fill(1);

  test('finds a vector among others, and no more than were asked for', () => {
    const found = nearest(vectors, vectors.get(1_234), room, { papers: PAPERS, count: 50 });
    expect(found).toContain(1_234);
    expect(found.length).toBe(50);
    expect([...found]).toEqual([...found].sort((a, b) => a - b));
  });

  test('passes over what is not allowed, also where little is', () => {
    room.allowed.fill(0);
    for (const paper of [3, 77, 2_999]) room.allowed[paper] = 1;
    expect([...nearest(vectors, vectors.get(5), room, { papers: PAPERS, count: 50 })]).toEqual([3, 77, 2_999]);
    room.allowed.fill(1);
  });

  test('cosines are exact to the third decimal', () => {
    const [cosine] = vectors.cosines(vectors.get(7), Uint32Array.of(8));
    const [a, b] = [plain[7] ?? [], plain[8] ?? []];
    const dot = (x: ArrayLike<number>, y: ArrayLike<number>) =>
      Array.from(x).reduce((sum, value, at) => sum + value * (y[at] ?? 0), 0);
    expect(cosine).toBeCloseTo(dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)), 3);
  });
});

describe('the highest scores', () => {
  const next = numbers(1);
  const room = new Room().cleared(PAPERS);
  for (let paper = 0; paper < PAPERS; paper++) {
    room.scores[paper] = paper % 3 === 0 ? 0 : next() ** 4 * 30;
    room.allowed[paper] = paper % 5 === 0 ? 0 : 1;
  }
  const exact = Array.from({ length: PAPERS }, (_, paper) => paper)
    .filter((paper) => paper % 5 !== 0 && paper % 3 !== 0)
    .sort((a, b) => (room.scores[b] ?? 0) - (room.scores[a] ?? 0));

  test('none is missing, few are superfluous', () => {
    const { papers, top } = highest(room, 31, PAPERS, 100);
    expect([...papers]).toEqual(expect.arrayContaining(exact.slice(0, 100)));
    expect(papers.length).toBeLessThan(110);
    expect(top).toBe(room.scores[exact[0] ?? 0]);
  });

  test('all that have one come where fewer do than were asked for', () => {
    expect(highest(room, 31, PAPERS, 5_000).papers.length).toBe(exact.length);
    const silent = new Room().cleared(10);
    silent.allowed.fill(1);
    expect(highest(silent, 0, 10, 5).papers.length).toBe(0);
  });
});
