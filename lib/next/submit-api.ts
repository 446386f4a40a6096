import { viewerOf } from '@/lib/auth/viewer';
import { services } from '@/lib/services';
import { INDEXED, SUBMISSION } from '@/src/hub';
import { paperPath } from '@/src/shared';
import { type IndexRefusal, indexPaper, type SubmitRefusal, submitPaper } from '@/src/submissions';
import { guardCall } from './guard-call';

const STATUS: Record<(SubmitRefusal | IndexRefusal)['code'], number> = {
  'signed-out': 401,
  'not-allowed': 403,
  'too-new': 403,
  scope: 403,
  suspended: 403,
  'comments-off': 403,
  'members-only': 403,
  'hidden-paper': 403,
  'bad-input': 400,
  'not-an-id': 400,
  'bad-url': 400,
  empty: 400,
  'too-long': 400,
  'too-complex': 400,
  'too-many-links': 400,
  'too-old': 400,
  'withdrawn-paper': 400,
  'no-such-paper': 404,
  'not-taken': 502,
  'source-down': 503,
  'too-many': 429,
  'daily-cap': 429,
};

const NO_STORE = { 'cache-control': 'private, no-store' };

const failed = (status: number, error: string): Response =>
  Response.json({ error }, { status, headers: { ...NO_STORE, ...(status === 429 && { 'retry-after': '600' }) } });

/** `POST /api/papers/submit`: 303 to the paper; 202 with a sentence while the source is down and the paper is kept. */
export async function submitCall(request: Request): Promise<Response> {
  const foreign = guardCall(request);
  if (foreign) return failed(foreign.status, foreign.error);
  const viewer = await viewerOf(request);
  const body = SUBMISSION.safeParse(await request.json().catch(() => undefined));
  if (viewer && !body.success) return failed(400, 'Send JSON such as {"paperId": "2401.01234"}.');
  const { paperId = '', comment, projectPage, githubRepo } = body.data ?? {};
  const input = {
    paper: paperId,
    comment: comment ?? '',
    codeUrl: githubRepo ?? '',
    projectUrl: projectPage ?? '',
  };
  const submitted = await submitPaper(services().submitting, { viewer, input, now: new Date() });
  if (!submitted.ok) return failed(STATUS[submitted.refusal.code], submitted.refusal.message);
  const { paperId: id, state } = submitted.value;
  const waits = state === 'waits' || (state === 'already' && !(await services().submissions.known(id))?.shownOn);
  if (waits) return Response.json({ status: 'kept until arXiv answers' }, { status: 202, headers: NO_STORE });
  return new Response(null, { status: 303, headers: { ...NO_STORE, location: paperPath(id) } });
}

/** `POST /api/papers/index`: 200 `{}` once the paper is known here. */
export async function indexCall(request: Request): Promise<Response> {
  const foreign = guardCall(request);
  if (foreign) return failed(foreign.status, foreign.error);
  const viewer = await viewerOf(request);
  const body = INDEXED.safeParse(await request.json().catch(() => undefined));
  if (viewer && !body.success) return failed(400, 'Send JSON such as {"arxivId": "2401.01234"}.');
  const input = { arxivId: body.data?.arxivId ?? '' };
  const indexed = await indexPaper(services().submitting, { viewer, input, now: new Date() });
  if (!indexed.ok) return failed(STATUS[indexed.refusal.code], indexed.refusal.message);
  return Response.json({}, { headers: NO_STORE });
}
