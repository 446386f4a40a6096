import type { Viewer } from '@/src/accounts';
import { atLeast } from '@/src/accounts';
import type { Refusal, Result } from '@/src/shared';
import { ok, personPath, refuse } from '@/src/shared';
import { cleanText, isBlank } from './clean-text';
import type { CommentStore } from './comment-store';
import { mentionsIn } from './markdown/addresses';
import { type RenderedComment, renderComment } from './markdown/render-comment';

export const LONGEST_COMMENT = 65_536;
/** Hours after posting within which a comment can be edited. */
export const EDIT_HOURS = 24;

const NEW_DAYS = 7;
const NEW_LINKS = 2;
const NEW_A_DAY = 10;
// No reader writes that many; it keeps one account from filling the database.
const A_DAY = 200;
// What 65,536 characters of made-up tables could grow into; no page should carry it.
const LONGEST_HTML = 400_000;
const DAY_MS = 86_400_000;

export type BadText = Refusal<'empty' | 'too-long' | 'too-many-links' | 'too-complex'>;
export type TooFast = Refusal<'too-many'>;
export type Text = { body: string; rendered: RenderedComment };

/** Whether an account is held to the stricter limits of its first week. */
const isNew = (viewer: Viewer, now: Date): boolean =>
  !atLeast(viewer.role, 'moderator') && now.getTime() - viewer.createdAt.getTime() < NEW_DAYS * DAY_MS;

export const dailyCap = (viewer: Viewer, now: Date): number => (isNew(viewer, now) ? NEW_A_DAY : A_DAY);

type Writing = { viewer: Viewer; body: string; now: Date };

/** The text as it will be stored and shown, or what is wrong with it. */
export async function readText(
  store: Pick<CommentStore, 'knownHandles'>,
  { viewer, body: written, now }: Writing,
): Promise<Result<Text, BadText>> {
  if (written.length > 2 * LONGEST_COMMENT) return tooLong();
  const body = cleanText(written);
  if (isBlank(body)) return refuse('empty', 'Write something first.');
  if (body.length > LONGEST_COMMENT) return tooLong();
  const mentioned = mentionsIn(body);
  const handles = new Set(mentioned.length === 0 ? [] : await store.knownHandles(mentioned));
  const rendered = renderComment(body, { handles, personPath });
  if (rendered.html.length > LONGEST_HTML) {
    return refuse('too-complex', 'This is too large once it is set. Make it shorter, or use fewer tables and links.');
  }
  if (rendered.links > NEW_LINKS && isNew(viewer, now)) {
    return refuse('too-many-links', `In an account's first week a comment may hold ${NEW_LINKS} links.`);
  }
  return ok({ body, rendered });
}

const tooLong = () => refuse('too-long', `A comment has at most ${LONGEST_COMMENT.toLocaleString('en')} characters.`);

/** A pace that a person who writes does not notice. */
export async function keepPace(
  store: Pick<CommentStore, 'limit'>,
  viewer: Viewer,
  kind: 'write' | 'preview',
): Promise<Result<null, TooFast>> {
  const pace = kind === 'write' ? { max: 8, perSeconds: 120 } : { max: 40, perSeconds: 120 };
  const outcome = await store.limit({ key: `comments:${kind}:${viewer.id}`, ...pace });
  if (outcome.allowed) return ok(null);
  return refuse(
    'too-many',
    `That was quick. Wait ${outcome.retryAfter} seconds, then send it again; your text is kept.`,
  );
}
