import { pathWith, seeOther } from '@/lib/next/form';
import { signedForm } from '@/lib/next/signed-form';
import { services } from '@/lib/services';
import { flagItem, ITEM_KINDS } from '@/src/moderation';
import { commentPath } from '@/src/shared';

/** Flags a paper or comment for moderators. */
export async function POST(request: Request): Promise<Response> {
  const sent = await signedForm(request, () => '/papers');
  if (sent instanceof Response) return sent;
  const { form, viewer } = sent;
  const kind = ITEM_KINDS.find((known) => known === form.get('kind'));
  const id = form.get('id') ?? '';
  if (kind === undefined) return seeOther('/papers');
  const input = { kind, id, reason: form.get('reason') ?? '' };
  const flagged = await flagItem(services().moderation, { viewer, input, now: new Date() });
  const outcome = flagged.ok ? { done: 'flagged' } : { problem: flagged.refusal.code };
  const item = await services().moderation.item({ kind, id });
  if (item === null) return seeOther('/papers');
  if (kind === 'comment') return seeOther(pathWith(commentPath(item.paper.id, id), outcome));
  return seeOther(pathWith('/flag/paper', { id, ...outcome }));
}
