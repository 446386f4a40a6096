import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { PaperId } from '@/src/papers';
import { parsePaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { Ballot, VoteLimit, VoteStore } from './store';

export type VoteIntent = 'set' | 'withdraw';

export type VoteRefusal =
  | NotPermitted
  | Refusal<'bad-id' | 'no-paper' | 'withdrawn-paper'>
  | (Refusal<'too-many'> & { retryAfter: number });

export type CastVote = { viewer: Viewer | null; input: { paperId: string; intent: VoteIntent }; now: Date };

/** How a vote ended. `paperId` is the canonical id, whatever spelling was asked for. */
export type Cast = Ballot & { paperId: PaperId };

/**
 * Sets or withdraws the viewer's one upvote of a paper; doing either twice is doing it once. An upvote of one's own paper
 * is kept and not counted. Refuses who may not vote, unknown papers, an upvote of a withdrawn paper (an old one can
 * still be withdrawn), and more votes than a person casts by hand.
 */
export async function castVote(
  { viewer, input, now }: CastVote,
  ports: { votes: VoteStore; limit: VoteLimit },
): Promise<Result<Cast, VoteRefusal>> {
  const permitted = permit(viewer, 'vote', now);
  if (!permitted.ok) return permitted;
  const id = parsePaperId(input.paperId);
  if (!id.ok) return refuse('bad-id', id.refusal.message);
  const userId = permitted.value.id;
  const allowance = await ports.limit(userId);
  if (!allowance.allowed) {
    const { retryAfter } = allowance;
    const message = `That was a great many votes. Try again in ${retryAfter} ${retryAfter === 1 ? 'second' : 'seconds'}.`;
    return { ok: false, refusal: { code: 'too-many', message, retryAfter } };
  }
  const vote = { userId, paperId: id.value, at: now };
  const cast = await (input.intent === 'set' ? ports.votes.set(vote) : ports.votes.withdraw(vote));
  switch (cast) {
    case 'no-paper':
      return refuse('no-paper', 'There is no such paper here.');
    case 'no-person':
      return refuse('signed-out', 'This account was deleted.');
    case 'withdrawn-paper':
      return refuse('withdrawn-paper', 'This paper was withdrawn, so it takes no more votes.');
    default:
      return ok({ ...cast, paperId: id.value });
  }
}
