import { viewerOf } from '@/lib/auth/viewer';
import { env } from '@/lib/env';
import { services } from '@/lib/services';
import type { PostRefusal } from '@/src/comments';
import { newMessage, postComment } from '@/src/comments';
import { COMMENT } from '@/src/hub';
import { guardCall } from './guard-call';

const STATUS: Record<PostRefusal['code'], number> = {
  'signed-out': 401,
  'not-allowed': 403,
  'too-new': 403,
  scope: 403,
  suspended: 403,
  'comments-off': 403,
  'members-only': 403,
  locked: 403,
  'bad-input': 400,
  empty: 400,
  'too-long': 400,
  'too-complex': 400,
  'too-many-links': 400,
  'no-such-paper': 404,
  'no-such-comment': 404,
  'too-many': 429,
  'daily-cap': 429,
};

/** `POST /api/papers/{id}/comment` and its reply: 201 with the new message, or `{"error"}` in the words of the refusal. */
export async function commentCall(
  request: Request,
  target: { paperId: string; parentId: string | null },
): Promise<Response> {
  const foreign = guardCall(request);
  if (foreign) return failed(foreign.status, foreign.error);
  const body = COMMENT.safeParse(await request.json().catch(() => undefined));
  const viewer = await viewerOf(request);
  if (viewer && !body.success) return failed(400, 'Send JSON such as {"comment": "…"}.');
  const input = { ...target, body: body.success ? body.data.comment : '' };
  const posted = await postComment(services().comments, { viewer, mode: env().COMMENTS, input, now: new Date() });
  if (!posted.ok) return failed(STATUS[posted.refusal.code], posted.refusal.message);
  return Response.json({ newMessage: newMessage(posted.value) }, { status: 201, headers: NO_STORE });
}

const NO_STORE = { 'cache-control': 'private, no-store' };

const failed = (status: number, error: string): Response =>
  Response.json({ error }, { status, headers: { ...NO_STORE, ...(status === 429 && { 'retry-after': '60' }) } });
