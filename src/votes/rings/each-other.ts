import type { Ring, RingEvidence } from './evidence';
import type { Tally } from './tally';
import { closeKnit, groupsOf, link } from './tally';

const FEWEST_PEOPLE = 3;
const FEWEST_EACH_WAY = 3;
/** Of a person's votes that go to what the others of the group submitted. */
const MOSTLY = 0.6;

/**
 * Three accounts or more that live on each other's votes: any two have voted for at least three of one another's
 * submissions, and 60 % of each one's votes go to submissions of the others. Colleagues who also read the rest of the
 * paper stay well below that.
 */
export function eachOther({ papers }: RingEvidence, { byPerson }: Tally): Ring[] {
  const links = mutualVoters(papers, byPerson);
  return groupsOf(links).flatMap((group) => {
    const close = closeKnit(group, links);
    const given = (person: string) =>
      [...(byPerson.get(person)?.keys() ?? [])].filter((paper) => {
        const submitter = papers.get(paper)?.submittedBy;
        return submitter !== person && close.includes(submitter ?? '');
      });
    const people = close.filter((person) => given(person).length >= MOSTLY * (byPerson.get(person)?.size ?? 0));
    if (people.length < FEWEST_PEOPLE) return [];
    const votes = people.flatMap((userId) =>
      given(userId)
        .sort()
        .map((paperId) => ({ userId, paperId })),
    );
    const own = [...new Set(votes.map(({ paperId }) => paperId))].sort();
    const sentence = `${people.length} accounts vote mostly for one another’s submissions (${votes.length} votes for ${own.length} papers).`;
    return [{ rule: 'each-other' as const, people, papers: own, votes, sentence }];
  });
}

function mutualVoters(papers: RingEvidence['papers'], byPerson: Tally['byPerson']): Map<string, Set<string>> {
  const given = new Map<string, Map<string, number>>();
  for (const [person, votes] of byPerson) {
    const counts = new Map<string, number>();
    for (const paper of votes.keys()) {
      const submitter = papers.get(paper)?.submittedBy;
      if (submitter && submitter !== person) counts.set(submitter, (counts.get(submitter) ?? 0) + 1);
    }
    given.set(person, counts);
  }
  const links = new Map<string, Set<string>>();
  for (const [one, counts] of given) {
    for (const [other, count] of counts) {
      const back = given.get(other)?.get(one) ?? 0;
      if (one < other && count >= FEWEST_EACH_WAY && back >= FEWEST_EACH_WAY) link(links, one, other);
    }
  }
  return links;
}
