import type { Ballot, Facts, OwnVote, Reason, VoteKey, VoteStore } from '@/src/votes';
import { stateOf, transition } from '@/src/votes';
import { CLEAR } from './transition-cases';

type Paper = { withdrawn: boolean; outside: number };
type Vote = VoteKey & { reason: Reason | null; at: Date };
export type VoteLine = { userId: string; paperId: string; kind: 'set' | 'withdrawn' };

/** Votes in memory, by the transition table of src/votes alone. */
export class FakeVoteStore implements VoteStore {
  readonly papers = new Map<string, Paper>();
  readonly people = new Map<string, { handle: string; displayName: string; hidden: boolean }>();
  readonly facts = new Map<string, Facts>();
  readonly history: VoteLine[] = [];
  #votes = new Map<string, Vote>();

  async set(vote: VoteKey & { at: Date }): ReturnType<VoteStore['set']> {
    const paper = this.papers.get(vote.paperId);
    if (!paper) return 'no-paper';
    if (!this.people.has(vote.userId)) return 'no-person';
    if (paper.withdrawn && !this.#votes.has(keyOf(vote))) return 'withdrawn-paper';
    return this.#apply(vote, 'set');
  }

  async withdraw(vote: VoteKey & { at: Date }): ReturnType<VoteStore['withdraw']> {
    return this.papers.has(vote.paperId) ? this.#apply(vote, 'withdraw') : 'no-paper';
  }

  async own(userId: string, paperIds: readonly string[]): Promise<OwnVote[]> {
    return this.#all
      .filter((vote) => vote.userId === userId && paperIds.includes(vote.paperId))
      .map(({ paperId, reason }) => ({ paperId, reason, votes: this.#counts(paperId).votes }));
  }

  async voters(paperId: string, limit: number): ReturnType<VoteStore['voters']> {
    const shown = this.#all
      .filter((vote) => vote.paperId === paperId && vote.reason === null)
      .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.userId < b.userId ? -1 : 1))
      .flatMap(({ userId }) => this.people.get(userId) ?? [])
      .filter(({ hidden }) => !hidden)
      .slice(0, limit);
    const named = shown.map(({ handle, displayName }) => ({ handle, displayName }));
    return { named, more: this.#counts(paperId).upvotes - named.length };
  }

  async isOwnPaper(vote: VoteKey): Promise<boolean> {
    const facts = this.#factsOf(vote);
    return facts['own-submission'] || facts['claimed-author'];
  }

  async judge({ userId, paperId }: { userId?: string; paperId?: string }): Promise<number> {
    let changed = 0;
    for (const vote of this.#all) {
      if ((userId ?? vote.userId) !== vote.userId || (paperId ?? vote.paperId) !== vote.paperId) continue;
      const { state } = transition(stateOf(vote), 'judge', this.#factsOf(vote));
      if (state !== stateOf(vote)) changed += 1;
      vote.reason = state === 'counted' ? null : (state as Reason);
    }
    return changed;
  }

  #apply(vote: VoteKey & { at: Date }, event: 'set' | 'withdraw'): Ballot {
    const before = stateOf(this.#votes.get(keyOf(vote)));
    const { state, logs } = transition(before, event, this.#factsOf(vote));
    if (state === 'none') this.#votes.delete(keyOf(vote));
    else if (before === 'none') this.#votes.set(keyOf(vote), { ...vote, reason: state === 'counted' ? null : state });
    if (logs) this.history.push({ userId: vote.userId, paperId: vote.paperId, kind: logs });
    return { state, changed: state !== before, ...this.#counts(vote.paperId) };
  }

  get #all(): Vote[] {
    return [...this.#votes.values()];
  }

  #factsOf = (vote: VoteKey): Facts => this.facts.get(keyOf(vote)) ?? CLEAR;

  #counts(paperId: string): { upvotes: number; votes: number } {
    const upvotes = this.#all.filter((vote) => vote.paperId === paperId && vote.reason === null).length;
    return { upvotes, votes: upvotes + (this.papers.get(paperId)?.outside ?? 0) };
  }
}

export const keyOf = ({ userId, paperId }: { userId: string; paperId: string }): string => `${userId} ${paperId}`;
