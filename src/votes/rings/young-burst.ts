import type { Ring, RingEvidence, RingVote } from './evidence';
import { DAY_MS, HOUR_MS } from './evidence';
import type { Tally } from './tally';

const FEWEST_PEOPLE = 10;
const MADE_WITHIN_HOURS = 24;
const BURST_HOURS = 6;
const MOST_PAPERS = 2;
/** Of all votes for the paper. */
const SHARE = 0.6;
const GRACE_DAYS = 3;

/**
 * Ten votes or more for one paper within six hours, each from an account made less than a day before, and together at
 * least 60 % of the paper's votes, where three days later none of these accounts has voted for more than two papers.
 * The three days are for newcomers: who came for one paper and stayed, as members of a reading group do, has voted for
 * others by then; and a paper that people who were here before like too is no burst.
 */
export function youngBursts(evidence: RingEvidence, tally: Tally, now: Date): Ring[] {
  return [...tally.byPaper].sort(byKey).flatMap(([paper, voters]) => {
    const suspects = [...voters.values()]
      .filter((vote) => isYoung(vote, evidence) && isIdle(vote, tally) && isRipe(vote, now))
      .sort((a, b) => a.at.getTime() - b.at.getTime());
    const burst = longestWithin(suspects, BURST_HOURS * HOUR_MS);
    if (burst.length < FEWEST_PEOPLE || burst.length < SHARE * voters.size) return [];
    const people = burst.map(({ userId }) => userId).sort();
    const votes = people.map((userId) => ({ userId, paperId: paper }));
    const sentence = `${people.length} accounts, each less than a day old, voted for one paper within ${BURST_HOURS} hours and for hardly anything in the three days after.`;
    return [{ rule: 'young-burst' as const, people, papers: [paper], votes, sentence }];
  });
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

const isYoung = ({ userId, at }: RingVote, { people }: RingEvidence): boolean => {
  const made = people.get(userId)?.createdAt.getTime();
  return made !== undefined && at.getTime() - made <= MADE_WITHIN_HOURS * HOUR_MS;
};

const isIdle = ({ userId }: RingVote, { byPerson }: Tally): boolean => (byPerson.get(userId)?.size ?? 0) <= MOST_PAPERS;

const isRipe = ({ at }: RingVote, now: Date): boolean => now.getTime() - at.getTime() >= GRACE_DAYS * DAY_MS;

/** The longest run of votes, sorted by time, that fits into a window. */
function longestWithin(votes: readonly RingVote[], windowMs: number): RingVote[] {
  let best: [number, number] = [0, 0];
  for (let from = 0, to = 0; to < votes.length; to++) {
    while ((votes[to]?.at.getTime() ?? 0) - (votes[from]?.at.getTime() ?? 0) > windowMs) from++;
    if (to + 1 - from > best[1] - best[0]) best = [from, to + 1];
  }
  return votes.slice(...best);
}
