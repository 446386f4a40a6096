import { viewerOf } from '@/lib/auth/viewer';
import { guardCall } from '@/lib/next/guard-call';
import { services } from '@/lib/services';
import type { PaperId } from '@/src/papers';
import type { Reason, VoteIntent } from '@/src/votes';
import { castVote, noteOf, readOwnVotes } from '@/src/votes';
import { isUnsettled, settled } from './settled';
import { voteStatus } from './vote-status';

const NO_STORE = { 'cache-control': 'private, no-store' };
const RETRY_AFTER_S = '2';

const answer = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { ...NO_STORE, ...headers } });

/** `POST` and `DELETE /api/papers/{id}/upvote`, by cookie from our own pages or by bearer token from anywhere. */
export async function answerVoteCall(request: Request, paperId: string, intent: VoteIntent): Promise<Response> {
  const foreign = guardCall(request);
  if (foreign) return answer(foreign.status, { error: foreign.error });
  const cast = await settled(async () => {
    const { votes, voteLimit } = services();
    const viewer = await viewerOf(request);
    return castVote({ viewer, input: { paperId, intent }, now: new Date() }, { votes, limit: voteLimit });
  });
  if (isUnsettled(cast)) return unsettledAnswer(cast.unsettled);
  if (!cast.ok) {
    const { refusal } = cast;
    const wait = refusal.code === 'too-many' ? { 'retry-after': String(refusal.retryAfter) } : {};
    return answer(voteStatus(refusal.code), { error: sentenceOf(refusal) }, wait);
  }
  const { state, votes } = cast.value;
  const note = state === 'none' || state === 'counted' ? {} : { note: noteOf(state) };
  return answer(200, { upvotes: votes, upvoted: state !== 'none', counted: state === 'counted', ...note });
}

// The Hub's clients know this sentence.
const sentenceOf = ({ code, message }: { code: string; message: string }): string =>
  code === 'no-paper' ? 'Paper not found' : message;

const unsettledAnswer = ({ status, sentence }: { status: number; sentence: string }): Response =>
  answer(status, { error: sentence }, { 'retry-after': RETRY_AFTER_S });

/** What is the viewer's own on a page, for the papers that he has anything to do with. */
type ViewerPaper = { upvoted: true; counted: boolean; reason?: Reason; upvotes: number };

/**
 * `GET /api/viewer/papers?ids=…`: one small request a page, made after load and only while a session is hinted at. Who
 * turns out to be signed out has no votes; that is no error.
 */
export async function answerViewerPapers(request: Request): Promise<Response> {
  const read = await settled(async () => {
    const viewer = await viewerOf(request);
    const ids = new URL(request.url).searchParams.get('ids') ?? '';
    const own = await readOwnVotes({ viewer, ids, now: new Date() }, { votes: services().votes });
    if (!own.ok || !viewer) return own;
    return { ...own, saved: await services().library.own(viewer.id, ids.split(',').filter(Boolean) as PaperId[]) };
  });
  if (isUnsettled(read)) return unsettledAnswer(read.unsettled);
  if (!read.ok) {
    const { code, message } = read.refusal;
    const anonymous = code === 'signed-out' && !request.headers.has('authorization');
    return anonymous ? answer(200, { signedIn: false, papers: {} }) : answer(voteStatus(code), { error: message });
  }
  const papers = read.value.map(({ paperId, reason, votes }): [string, ViewerPaper] => [
    paperId,
    { upvoted: true, counted: reason === null, ...(reason && { reason }), upvotes: votes },
  ]);
  return answer(200, { signedIn: true, papers: Object.fromEntries(papers), saved: 'saved' in read ? read.saved : [] });
}
