import { viewerOf } from '@/lib/auth/viewer';
import { notAForm, pathWith, readForm, refererOf, seeOther } from '@/lib/next/form';
import { guardOrigin } from '@/lib/next/guard-origin';
import { services } from '@/lib/services';
import { parsePaperId } from '@/src/papers';
import { paperPath, sameSitePath } from '@/src/shared';
import type { Cast, VoteRefusal } from '@/src/votes';
import { castVote } from '@/src/votes';
import { clearedMeantVote, meantVoteCookie } from './meant-vote';
import { isUnsettled, settled } from './settled';

/** The page that shows one's own vote for a paper and offers to change it, for what a button alone cannot say. */
export const votePath = (paperId: string): string => `/vote/${paperId}`;

/** Where the reader's eye was: the line that tells, without a script, that the upvote is in. */
export const receiptAt = (back: string, paperId: string): string =>
  `${back.replace(/#.*$/s, '')}#voted-${encodeURIComponent(paperId)}`;

/**
 * The vote button without a script: `POST /papers/{id}/upvote`, a form with `vote=set` (or nothing) or `vote=withdraw`.
 * An upvote that was not there before leads back to where the button was. Pressing the button of a paper that one has
 * upvoted leads to the vote's own page, which offers to withdraw it; so a form sent twice never takes a vote back.
 */
export async function answerVoteForm(request: Request, asked: string): Promise<Response> {
  const foreign = guardOrigin(request);
  if (foreign) return foreign;
  const form = await readForm(request);
  if (!form) return notAForm();
  const intent = form.get('vote') ?? 'set';
  if (intent !== 'set' && intent !== 'withdraw') return plain(400, 'A vote is “set” or “withdraw”.');
  const id = parsePaperId(asked);
  if (!id.ok) return plain(400, id.refusal.message);
  const back = sameSitePath(form.get('back') ?? refererOf(request), paperPath(id.value));
  const now = new Date();
  const cast = await settled(async () => {
    const viewer = await viewerOf(request);
    const { votes, voteLimit } = services();
    return castVote({ viewer, input: { paperId: id.value, intent }, now }, { votes, limit: voteLimit });
  });
  if (isUnsettled(cast)) return plain(cast.unsettled.status, cast.unsettled.sentence, { 'retry-after': '2' });
  if (!cast.ok) return refused(cast.refusal, { paperId: id.value, back }, now);
  return seeOther(placeAfter(cast.value, { intent, back }), [clearedMeantVote()]);
}

function placeAfter({ paperId, state, changed }: Cast, { intent, back }: { intent: string; back: string }): string {
  if (intent === 'withdraw') return paperPath(paperId);
  return changed && state === 'counted' ? receiptAt(back, paperId) : pathWith(votePath(paperId), { back });
}

function refused(refusal: VoteRefusal, meant: { paperId: string; back: string }, now: Date): Response {
  switch (refusal.code) {
    case 'signed-out':
      return seeOther(pathWith('/sign-in', { next: pathWith(votePath(meant.paperId), { back: meant.back }) }), [
        meantVoteCookie(meant, now),
      ]);
    case 'too-many':
      return plain(429, refusal.message, { 'retry-after': String(refusal.retryAfter) });
    case 'no-paper':
      return plain(404, refusal.message);
    case 'withdrawn-paper':
      return seeOther(pathWith(votePath(meant.paperId), { back: meant.back }));
    case 'bad-id':
      return plain(400, refusal.message);
    case 'not-allowed':
    case 'too-new':
    case 'scope':
      return plain(403, refusal.message);
  }
}

const plain = (status: number, sentence: string, headers: Record<string, string> = {}): Response =>
  new Response(`${sentence}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'private, no-store', ...headers },
  });
