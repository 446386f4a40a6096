import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { PaperId } from '@/src/papers';
import { parsePaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { OwnVote, VoteStore } from './store';

/** Papers whose state can be asked for at once; no page shows more. */
const MOST_PAPERS = 200;

export type OwnVotesRefusal = NotPermitted | Refusal<'bad-id' | 'too-long'>;

/** The viewer's own votes among the papers of a page. `ids` are separated by commas; ids unknown here are left out. */
export async function readOwnVotes(
  { viewer, ids, now }: { viewer: Viewer | null; ids: string; now: Date },
  { votes }: { votes: VoteStore },
): Promise<Result<OwnVote[], OwnVotesRefusal>> {
  const permitted = permit(viewer, 'read-own', now);
  if (!permitted.ok) return permitted;
  const asked = new Set(ids.split(',', MOST_PAPERS + 1).filter(Boolean));
  if (asked.size > MOST_PAPERS) return refuse('too-long', `Ask for at most ${MOST_PAPERS} papers at once.`);
  const papers: PaperId[] = [];
  for (const text of asked) {
    const id = parsePaperId(text);
    if (!id.ok) return refuse('bad-id', id.refusal.message);
    papers.push(id.value);
  }
  return ok(papers.length === 0 ? [] : await votes.own(permitted.value.id, papers));
}
