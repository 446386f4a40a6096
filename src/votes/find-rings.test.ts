import { describe, expect, test } from 'vitest';
import { claque, clique, flashMob, hiredPuppets, laboratory, readingGroup, talkOfTheDay } from '@/tests/votes/groups';
import { DAYS, Population } from '@/tests/votes/population';
import { findRings } from './find-rings';

const SEEDS = [1, 2, 3, 4, 5, 6];

/** Accounts that the search has found on any second night, up to the last day. */
function everSuspected(world: Population): Set<string> {
  const found = new Set<string>();
  for (let day = 1; day < DAYS; day += 2) {
    const { evidence, now } = world.until(day);
    for (const { people } of findRings(evidence, now)) for (const person of people) found.add(person);
  }
  return found;
}

describe('honest people are not hit', () => {
  test.each(SEEDS)('readers, reading groups, laboratories and the talk of the day, seed %i', (seed) => {
    const world = new Population(seed);
    for (let nth = 0; nth < 10; nth++) readingGroup(world);
    readingGroup(world, { size: 12, together: true });
    readingGroup(world, { size: 6, together: true, lurkers: 0.6 });
    laboratory(world);
    laboratory(world);
    talkOfTheDay(world);
    expect([...everSuspected(world)]).toEqual([]);
  });
});

describe('rings are found', () => {
  test.each([
    ['puppets made for a handful of papers', hiredPuppets, 'same-few-papers'],
    ['a claque of one author', claque, 'same-few-papers'],
    ['a clique of submitters', clique, 'each-other'],
    ['accounts made for one vote', flashMob, 'young-burst'],
  ] as const)('%s', (_, make, rule) => {
    let accounts = 0;
    let caught = 0;
    for (const seed of SEEDS) {
      const world = new Population(seed);
      readingGroup(world);
      const ring = make(world);
      const { evidence, now } = world.until(DAYS - 1);
      const rings = findRings(evidence, now);
      const found = new Set(rings.filter((one) => one.rule === rule).flatMap(({ people }) => people));
      expect(rings.flatMap(({ people }) => people).filter((person) => !ring.includes(person))).toEqual([]);
      accounts += ring.length;
      caught += ring.filter((person) => found.has(person)).length;
    }
    expect(caught / accounts).toBeGreaterThan(0.9);
  });
});

describe('what is found', () => {
  test('is the same for the same evidence, in whatever order it comes', () => {
    const world = new Population(3);
    hiredPuppets(world);
    clique(world);
    const { evidence, now } = world.until(DAYS - 1);
    const shuffled = { ...evidence, votes: [...evidence.votes].sort((a, b) => (a.paperId < b.paperId ? -1 : 1)) };
    expect(findRings(shuffled, now)).toEqual(findRings(evidence, now));
  });

  test('names only votes that were cast, by the people and for the papers of the ring', () => {
    const world = new Population(4);
    claque(world);
    flashMob(world);
    const { evidence, now } = world.until(DAYS - 1);
    const cast = new Set(evidence.votes.map(({ userId, paperId }) => `${userId} ${paperId}`));
    const rings = findRings(evidence, now);
    expect(rings.length).toBeGreaterThan(1);
    for (const { people, papers, votes, sentence } of rings) {
      expect(sentence).toMatch(/^\d+ accounts.*\.$/);
      for (const { userId, paperId } of votes) {
        expect(people).toContain(userId);
        expect(papers).toContain(paperId);
        expect(cast.has(`${userId} ${paperId}`)).toBe(true);
      }
    }
  });

  test('two accounts are no ring', () => {
    const world = new Population(5);
    const pair = [world.addPerson(10), world.addPerson(10)];
    for (let nth = 0; nth < 8; nth++) {
      const paper = world.addPaper(10, { authors: ['star'] });
      for (const person of pair) world.vote(person, paper, 11);
    }
    const { evidence, now } = world.until(DAYS - 1);
    expect(findRings(evidence, now)).toEqual([]);
  });

  test('nothing comes of no votes', () => {
    expect(findRings({ votes: [], people: new Map(), papers: new Map() }, new Date('2026-01-01'))).toEqual([]);
  });
});
