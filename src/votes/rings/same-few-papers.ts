import type { Ring, RingEvidence } from './evidence';
import { DAY_MS } from './evidence';
import type { Tally } from './tally';
import { closeKnit, groupsOf, link } from './tally';

const FEWEST_PEOPLE = 3;
const FEWEST_SHARED = 4;
const ALIKE = 0.6;
/** Of a person's votes that go to the papers of the group. */
const MOSTLY = 0.7;
/** Of the papers of the group that one author has part in. */
const OF_ONE_AUTHOR = 0.6;
const MADE_TOGETHER_DAYS = 3;
const DONE_WITHIN_DAYS = 7;
// Papers with more voters are common taste, and pairs of their voters would be many and mean nothing.
const COMMON_TASTE = 100;

/**
 * Three accounts or more that vote mostly for the same few papers: any two share at least 60 % of all they voted for
 * (Jaccard index) and four papers; 70 % of each one's votes go to papers that half of the group voted for and on which
 * the group are at least half of the voters. That alone is what a reading group does, so it takes one thing more: either
 * one author has part in 60 % of these papers, or all accounts were made within three days of each other and cast every
 * vote within their first week. A reading group reads many authors, and meets again.
 */
export function sameFewPapers(evidence: RingEvidence, tally: Tally): Ring[] {
  const links = alikeVoters(tally);
  return groupsOf(links).flatMap((group) => {
    const people = closeKnit(group, links);
    return people.length < FEWEST_PEOPLE ? [] : (ringOf(people, { evidence, tally }) ?? []);
  });
}

function alikeVoters({ byPerson, byPaper }: Tally): Map<string, Set<string>> {
  const shared = new Map<string, Map<string, number>>();
  for (const voters of byPaper.values()) {
    if (voters.size > COMMON_TASTE) continue;
    const people = [...voters.keys()].sort();
    for (const [at, one] of people.entries()) {
      const counts = shared.get(one) ?? new Map<string, number>();
      shared.set(one, counts);
      for (const other of people.slice(at + 1)) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  const links = new Map<string, Set<string>>();
  for (const [one, counts] of shared) {
    for (const [other, count] of counts) {
      const all = (byPerson.get(one)?.size ?? 0) + (byPerson.get(other)?.size ?? 0) - count;
      if (count >= FEWEST_SHARED && count / all >= ALIKE) link(links, one, other);
    }
  }
  return links;
}

type Known = { evidence: RingEvidence; tally: Tally };

function ringOf(group: readonly string[], { evidence, tally }: Known): Ring | undefined {
  const papers = papersOf(group, tally);
  const people = group.filter((person) => {
    const votes = tally.byPerson.get(person);
    return votes !== undefined && papers.filter((paper) => votes.has(paper)).length >= MOSTLY * votes.size;
  });
  if (people.length < FEWEST_PEOPLE || papers.length < FEWEST_SHARED) return undefined;
  const sign = oneAuthor(papers, evidence) ?? madeForIt(people, { evidence, tally });
  if (sign === undefined) return undefined;
  const votes = people.flatMap((userId) =>
    papers.filter((paperId) => tally.byPerson.get(userId)?.has(paperId)).map((paperId) => ({ userId, paperId })),
  );
  const sentence = `${people.length} accounts vote mostly for the same ${papers.length} papers, ${sign}.`;
  return { rule: 'same-few-papers', people, papers, votes, sentence };
}

/** What at least half of the group voted for, and hardly anybody else. */
function papersOf(group: readonly string[], { byPaper }: Tally): string[] {
  return [...byPaper]
    .filter(([, voters]) => {
      const own = group.filter((person) => voters.has(person)).length;
      return own * 2 >= group.length && own * 2 >= voters.size;
    })
    .map(([paper]) => paper)
    .sort();
}

function oneAuthor(papers: readonly string[], evidence: RingEvidence): string | undefined {
  const counts = new Map<string, number>();
  for (const paper of papers) {
    for (const author of new Set(evidence.papers.get(paper)?.authorKeys)) {
      counts.set(author, (counts.get(author) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...counts.values());
  return most >= OF_ONE_AUTHOR * papers.length ? `${most} of them of one author` : undefined;
}

function madeForIt(people: readonly string[], { evidence, tally }: Known): string | undefined {
  const made = people.map((person) => evidence.people.get(person)?.createdAt.getTime() ?? 0);
  if (Math.max(...made) - Math.min(...made) > MADE_TOGETHER_DAYS * DAY_MS) return undefined;
  const within = people.every((person, at) =>
    [...(tally.byPerson.get(person)?.values() ?? [])].every(
      (vote) => vote.at.getTime() - (made[at] ?? 0) <= DONE_WITHIN_DAYS * DAY_MS,
    ),
  );
  return within ? 'in the first week of accounts that were made within three days' : undefined;
}
