import { viewerOf } from '@/lib/auth/viewer';
import { guardCall } from '@/lib/next/guard-call';
import { services } from '@/lib/services';
import { type SaveRefusal, savePaper } from '@/src/library';

export const SAVE_STATUS: Record<SaveRefusal['code'], number> = {
  'signed-out': 401,
  'not-allowed': 403,
  'too-new': 403,
  scope: 403,
  'bad-id': 400,
  'no-paper': 404,
  full: 403,
};

const answer = (status: number, body: object): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'private, no-store' } });

/** `POST` and `DELETE /api/papers/{id}/save`. */
export async function answerSaveCall(request: Request, paperId: string, saved: boolean): Promise<Response> {
  const foreign = guardCall(request);
  if (foreign) return answer(foreign.status, { error: foreign.error });
  const viewer = await viewerOf(request);
  const done = await savePaper(services().library, { viewer, input: { paperId, saved }, now: new Date() });
  if (done.ok) return answer(200, { saved: done.value.saved });
  const { code, message } = done.refusal;
  return answer(SAVE_STATUS[code], { error: code === 'no-paper' ? 'Paper not found' : message });
}
