import { viewerOf } from '@/lib/auth/viewer';
import { services } from '@/lib/services';
import { castVote } from '@/src/votes';
import { clearedMeantVote, meantVote } from './meant-vote';
import { settled } from './settled';
import { receiptAt } from './vote-form';

type SignIn = { headers: Headers; sessionCookies: readonly string[]; now: Date };

/**
 * Casts the vote that was meant before this sign-in, in the POST that completes it. Returns where to go on to and what
 * to forget; undefined when nothing was meant in this browser, or it did not work and the vote's own page has to ask.
 */
export async function castMeantVote({
  headers,
  sessionCookies,
  now,
}: SignIn): Promise<{ next: string; cookies: string[] } | undefined> {
  const meant = meantVote(headers, now);
  if (!meant) return undefined;
  const cookie = sessionCookies.map((line) => line.split(';', 1)[0]).join('; ');
  const { votes, voteLimit } = services();
  const cast = await settled(async () => {
    const viewer = await viewerOf({ headers: new Headers({ cookie }) });
    return castVote({ viewer, input: { paperId: meant.paperId, intent: 'set' }, now }, { votes, limit: voteLimit });
  });
  if (!('ok' in cast) || !cast.ok || cast.value.state !== 'counted') return undefined;
  return { next: receiptAt(meant.back, cast.value.paperId), cookies: [clearedMeantVote()] };
}
