import { z } from 'zod';
import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { PaperId } from '@/src/papers';
import { parsePaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { type Closed, mayRead } from './access';
import { type Comment, type CommentMode, isCommentId } from './comment';
import type { CommentStore } from './comment-store';
import { COMMENT_RENDER_VERSION } from './markdown/render-comment';
import { type BadText, dailyCap, keepPace, readText, type TooFast } from './write-rules';

/** What a form or an API call says of a new comment; anything else in it is ignored. */
const POST_INPUT = z.object({
  paperId: z.string().transform((text, context): PaperId => {
    const id = parsePaperId(text);
    if (id.ok) return id.value;
    context.addIssue({ code: 'custom', message: id.refusal.message });
    return z.NEVER;
  }),
  parentId: z.string().refine(isCommentId, 'That is no id of a comment.').nullable(),
  body: z.string(),
});

export type PostRefusal =
  | NotPermitted
  | Closed
  | BadText
  | TooFast
  | Refusal<'bad-input' | 'no-such-paper' | 'no-such-comment' | 'locked' | 'daily-cap' | 'suspended'>;

type Asked = { viewer: Viewer | null; mode: CommentMode; input: z.input<typeof POST_INPUT>; now: Date };

/**
 * Posts a comment on a paper, or a reply to one. Refuses people who are not signed in or suspended, locked threads, texts
 * of no or more than 65,536 characters, and what is beyond the limits of new accounts (10 a day, two links each).
 */
export async function postComment(
  store: CommentStore,
  { viewer, mode, input, now }: Asked,
): Promise<Result<Comment, PostRefusal>> {
  const may = permit(viewer, 'comment', now);
  if (!may.ok) return may;
  const open = mayRead(mode, may.value);
  if (!open.ok) return open;
  const asked = POST_INPUT.safeParse(input);
  if (!asked.success) return refuse('bad-input', asked.error.issues[0]?.message ?? 'This is not a comment.');
  const { paperId, parentId, body } = asked.data;
  const text = await readText(store, { viewer: may.value, body, now });
  if (!text.ok) return text;
  const pace = await keepPace(store, may.value, 'write');
  if (!pace.ok) return pace;
  const inserted = await store.insert(
    {
      paperId,
      parentId,
      authorId: may.value.id,
      body: text.value.body,
      bodyHtml: text.value.rendered.html,
      renderVersion: COMMENT_RENDER_VERSION,
      now,
    },
    { dailyCap: dailyCap(may.value, now) },
  );
  switch (inserted.kind) {
    case 'posted':
    case 'repeated':
      return ok(inserted.comment);
    case 'no-such-paper':
      return refuse('no-such-paper', 'This paper is not here.');
    case 'no-such-comment':
      return refuse('no-such-comment', 'The comment you answer is not there any more.');
    case 'locked':
      return refuse('locked', 'A moderator has closed this discussion. It can be read, not continued.');
    case 'daily-cap':
      return refuse(
        'daily-cap',
        `You have posted ${dailyCap(may.value, now)} comments within a day. Come back tomorrow.`,
      );
    case 'suspended':
      return refuse('suspended', 'This account is suspended.');
  }
}
