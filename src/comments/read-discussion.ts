import type { Viewer } from '@/src/accounts';
import type { PaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { type Closed, mayRead, readableBy } from './access';
import { arrange, type Order, type Placed } from './arrange';
import type { Comment, CommentMode } from './comment';
import type { CommentStore, Subject } from './comment-store';

/** Comments on one page of a discussion. */
const PAGE_SIZE = 100;

export type ShownComment = Comment & {
  depth: number;
  /** Whom it answers, where that is not the comment right above it. */
  answers: { id: string; name: string } | null;
};

export type Discussion = {
  subject: Subject;
  order: Order;
  page: number;
  pages: number;
  /** Comments that can be read, on all pages. */
  total: number;
  comments: ShownComment[];
};

type Asked = { viewer: Viewer | null; mode: CommentMode; paperId: PaperId; order: Order; page: number };

/** One page of a paper's discussion; the last one where a later one is asked for. */
export async function readDiscussion(
  store: CommentStore,
  { viewer, mode, paperId, order, page: asked }: Asked,
): Promise<Result<Discussion, Closed | Refusal<'no-such-paper'>>> {
  const open = mayRead(mode, viewer);
  if (!open.ok) return open;
  const subject = await store.subject(paperId);
  if (subject === null) return refuse('no-such-paper', 'This paper is not here.');
  const outlines = await store.outline(paperId);
  const placed = arrange(outlines, order);
  const pages = Math.max(1, Math.ceil(placed.length / PAGE_SIZE));
  const page = Math.min(asked, pages);
  const slice = placed.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const total = outlines.filter((outline) => !outline.gone).length;
  return ok({ subject, order, page, pages, total, comments: await shown(store, slice) });
}

/** On which page of a discussion a comment stands; null where it has no place any more. */
export async function pageOfComment(
  store: CommentStore,
  { paperId, id, order }: { paperId: PaperId; id: string; order: Order },
): Promise<number | null> {
  const at = arrange(await store.outline(paperId), order).findIndex((placed) => placed.id === id);
  return at < 0 ? null : Math.floor(at / PAGE_SIZE) + 1;
}

async function shown(store: CommentStore, slice: readonly Placed[]): Promise<ShownComment[]> {
  const parents = slice.flatMap(({ parentId }) => parentId ?? []);
  const found = await store.byIds([...new Set([...slice.map(({ id }) => id), ...parents])]);
  const comments = new Map(found.map((comment) => [comment.id, comment]));
  return slice.flatMap(({ id, depth, parentId }, index) => {
    const comment = comments.get(id);
    if (!comment) return [];
    const parent = parentId === null || parentId === slice[index - 1]?.id ? undefined : comments.get(parentId);
    const name = parent?.state === 'shown' && parent.author ? `@${parent.author.handle}` : 'a comment';
    return [{ ...readableBy(null, comment), depth, answers: parent ? { id: parent.id, name } : null }];
  });
}
