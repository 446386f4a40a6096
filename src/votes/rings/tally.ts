import type { RingEvidence, RingVote } from './evidence';

/** The same votes by person and by paper. */
export type Tally = {
  byPerson: ReadonlyMap<string, ReadonlyMap<string, RingVote>>;
  byPaper: ReadonlyMap<string, ReadonlyMap<string, RingVote>>;
};

export function tallyOf({ votes }: RingEvidence): Tally {
  const byPerson = new Map<string, Map<string, RingVote>>();
  const byPaper = new Map<string, Map<string, RingVote>>();
  for (const vote of votes) {
    entry(byPerson, vote.userId).set(vote.paperId, vote);
    entry(byPaper, vote.paperId).set(vote.userId, vote);
  }
  return { byPerson, byPaper };
}

function entry(map: Map<string, Map<string, RingVote>>, key: string): Map<string, RingVote> {
  const found = map.get(key) ?? new Map<string, RingVote>();
  map.set(key, found);
  return found;
}

/** Groups that hang together by links; each sorted, so that the same evidence gives the same rings. */
export function groupsOf(links: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const seen = new Set<string>();
  const groups: string[][] = [];
  for (const start of [...links.keys()].sort()) {
    if (seen.has(start)) continue;
    const group: string[] = [];
    for (const waiting = [start]; waiting.length > 0; ) {
      const person = waiting.pop() as string;
      if (seen.has(person)) continue;
      seen.add(person);
      group.push(person);
      waiting.push(...(links.get(person) ?? []));
    }
    groups.push(group.sort());
  }
  return groups;
}

/** Those linked with at least half of the others, again and again until all are: a chain of acquaintances is no group. */
export function closeKnit(group: readonly string[], links: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  let kept = [...group];
  for (;;) {
    const close = kept.filter((person) => {
      const known = kept.filter((other) => links.get(person)?.has(other)).length;
      return known * 2 >= kept.length - 1;
    });
    if (close.length === kept.length) return kept;
    kept = close;
  }
}

/** Links both ways. */
export function link(links: Map<string, Set<string>>, one: string, other: string): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    links.set(from, (links.get(from) ?? new Set()).add(to));
  }
}
