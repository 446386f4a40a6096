import type { Population } from './population';
import { DAYS } from './population';

/** Honest people who happen to vote alike, and rings; each returns its accounts. */

/** Meets every week over one to three papers; some members vote for nothing else. All may have joined at the first meeting. */
export function readingGroup(
  world: Population,
  over: { size?: number; together?: boolean; lurkers?: number } = {},
): string[] {
  const first = world.int(0, 30);
  const together = over.together ?? world.chance(0.5);
  const members = Array.from({ length: over.size ?? world.int(4, 12) }, () => {
    const id = world.addPerson(
      together ? first : first - world.int(0, 40),
      together ? 16 + 0.5 * world.random() : undefined,
    );
    if (!world.chance(over.lurkers ?? 0.3)) world.readOn(id, first, 1 + 4 * world.random());
    return id;
  });
  for (let day = first; day < DAYS; day += 7) {
    const recent = world.papers.filter((paper) => paper.day <= day && paper.day > day - 7);
    const read = Array.from({ length: world.int(1, 3) }, () => world.pick(recent).id);
    for (const member of members) {
      if (day > first && !world.chance(0.8)) continue;
      for (const paper of read) if (world.chance(0.9)) world.vote(member, paper, day, 16.6 + world.random());
    }
  }
  return members;
}

/** One laboratory: everybody submits and likes what the others found, and reads the rest as well. */
export function laboratory(world: Population): string[] {
  const members = Array.from({ length: world.int(4, 8) }, () =>
    world.addReader(-world.int(0, 200), { aWeek: 3 + 4 * world.random() }),
  );
  for (let day = 2; day < DAYS; day += 7) {
    for (const submittedBy of members) {
      if (!world.chance(0.6)) continue;
      const paper = world.addPaper(day, { submittedBy });
      for (const member of members) if (member !== submittedBy && world.chance(0.6)) world.vote(member, paper, day + 1);
    }
  }
  return members;
}

/** A paper that is talked about elsewhere: newcomers come for it and mostly never come back, and readers like it too. */
export function talkOfTheDay(world: Population): string[] {
  const day = world.int(5, 45);
  const paper = world.addPaper(day, { appeal: 1 });
  for (const _ of Array(40)) world.vote(world.addReader(-100, { aWeek: 2 }), paper, day, 10 + 6 * world.random());
  return Array.from({ length: 35 }, () => {
    const hour = 10 + 8 * world.random();
    const id = world.addPerson(day, hour);
    world.vote(id, paper, day, hour + 0.2);
    if (world.chance(0.3)) world.readOn(id, day, 2);
    return id;
  });
}

/** Puppets made in one afternoon that vote for what they were made for within days. */
export function hiredPuppets(world: Population): string[] {
  const day = world.int(3, 40);
  const papers = Array.from({ length: world.int(5, 8) }, () => world.addPaper(day));
  return Array.from({ length: world.int(4, 12) }, () => {
    const id = world.addPerson(day, 12 + 6 * world.random());
    for (const paper of papers) if (world.chance(0.95)) world.vote(id, paper, day + world.int(0, 3));
    if (world.chance(0.3)) world.vote(id, world.pick(world.papers).id, day + 1);
    return id;
  });
}

/** Accounts of any age that serve one author for weeks, with a few other votes as cover. */
export function claque(world: Population): string[] {
  const authors = [`star-${world.int(0, 9_999)}`];
  const members = Array.from({ length: world.int(3, 8) }, () => world.addPerson(-world.int(0, 300)));
  for (let day = world.int(0, 5); day < DAYS; day += world.int(4, 9)) {
    const paper = world.addPaper(day, { authors: [...authors, `author-${world.int(0, 900)}`] });
    for (const member of members) {
      if (world.chance(0.95)) world.vote(member, paper, day + world.int(0, 1));
      if (world.chance(0.08)) world.vote(member, world.pick(world.papers).id, day);
    }
  }
  return members;
}

/** People who submit and vote for each other's submissions, and for little else. */
export function clique(world: Population): string[] {
  const members = Array.from({ length: world.int(3, 6) }, () => world.addPerson(-world.int(0, 100)));
  for (let day = 1; day < DAYS; day += 5) {
    for (const submittedBy of members) {
      const paper = world.addPaper(day, { submittedBy });
      for (const member of members) if (member !== submittedBy && world.chance(0.9)) world.vote(member, paper, day + 1);
    }
    for (const member of members) if (world.chance(0.4)) world.vote(member, world.pick(world.papers).id, day);
  }
  return members;
}

/** Accounts made for one vote. */
export function flashMob(world: Population): string[] {
  const day = world.int(3, 45);
  const paper = world.addPaper(day);
  return Array.from({ length: world.int(11, 25) }, () => {
    const hour = 9 + 4 * world.random();
    const id = world.addPerson(day, hour);
    world.vote(id, paper, day, hour + 0.1);
    return id;
  });
}
