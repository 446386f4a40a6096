import type { Viewer } from '@/src/accounts';
import type { Result } from '@/src/shared';
import { ok } from '@/src/shared';
import { type Closed, mayRead } from './access';
import type { Comment, CommentMode } from './comment';
import type { CommentStore, Subject } from './comment-store';

const PAGE_SIZE = 20;

type Asked = { viewer: Viewer | null; mode: CommentMode; input: { personId: string; page: number } };

/** A comment with the paper that it is on. */
export type SaidComment = { comment: Comment; subject: Subject };
export type PersonComments = { said: SaidComment[]; more: boolean };

/** What a person said, the last first, as far as this viewer may read the discussions here. */
export async function readPersonComments(
  store: CommentStore,
  { viewer, mode, input: { personId, page } }: Asked,
): Promise<Result<PersonComments, Closed>> {
  const open = mayRead(mode, viewer);
  if (!open.ok) return open;
  const slice = { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE };
  const comments = await store.byAuthor(personId, slice);
  const shown = comments.slice(0, PAGE_SIZE);
  const subjects = await store.subjectsOf([...new Set(shown.map(({ paperId }) => paperId))]);
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  const said = shown.flatMap((comment) => {
    const subject = byId.get(comment.paperId);
    return subject ? [{ comment, subject }] : [];
  });
  return ok({ said, more: comments.length > PAGE_SIZE });
}
