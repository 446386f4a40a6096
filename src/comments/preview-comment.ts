import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { Result } from '@/src/shared';
import { ok } from '@/src/shared';
import { type Closed, mayRead } from './access';
import type { CommentMode } from './comment';
import type { CommentStore } from './comment-store';
import { type BadText, keepPace, readText, type TooFast } from './write-rules';

type Asked = { viewer: Viewer | null; mode: CommentMode; input: { body: string }; now: Date };

/** A comment's HTML as it would be stored, under the same rules as posting it. */
export async function previewComment(
  store: CommentStore,
  { viewer, mode, input, now }: Asked,
): Promise<Result<{ html: string }, NotPermitted | Closed | BadText | TooFast>> {
  const may = permit(viewer, 'comment', now);
  if (!may.ok) return may;
  const open = mayRead(mode, may.value);
  if (!open.ok) return open;
  const pace = await keepPace(store, may.value, 'preview');
  if (!pace.ok) return pace;
  const text = await readText(store, { viewer: may.value, body: input.body, now });
  return text.ok ? ok({ html: text.value.rendered.html }) : text;
}
