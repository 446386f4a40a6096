import type {
  Comment,
  CommentAuthor,
  CommentStore,
  Draft,
  DraftKey,
  Edit,
  Inserted,
  Limit,
  LimitOutcome,
  NewComment,
  Subject,
} from '@/src/comments';
import type { PaperId } from '@/src/papers';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

type Stored = Comment & { authorId: string };

/** Comments in memory. */
export class FakeCommentStore implements CommentStore {
  readonly subjects = new Map<string, Subject>();
  readonly people = new Map<string, CommentAuthor & { suspended: boolean }>();
  /** Limits asked for, the latest last; `full` refuses them. */
  readonly limits: Limit[] = [];
  full = false;
  #comments: Stored[] = [];
  #drafts = new Map<string, Draft>();

  async subject(id: PaperId): Promise<Subject | null> {
    return this.subjects.get(id) ?? null;
  }

  async subjectsOf(ids: readonly PaperId[]): Promise<Subject[]> {
    return ids.flatMap((id) => this.subjects.get(id) ?? []);
  }

  async outline(id: PaperId): ReturnType<CommentStore['outline']> {
    return this.#comments
      .filter(({ paperId }) => paperId === id)
      .map(({ id, parentId, createdAt, authorId, state }) => ({
        id,
        parentId,
        createdAt,
        authorId,
        gone: state !== 'shown',
      }));
  }

  async byIds(ids: readonly string[]): Promise<Comment[]> {
    return this.#comments.filter(({ id }) => ids.includes(id)).map(published);
  }

  async one(id: string): Promise<Comment | null> {
    return (await this.byIds([id]))[0] ?? null;
  }

  async byAuthor(authorId: string, { limit, offset }: { limit: number; offset: number }): Promise<Comment[]> {
    return this.#comments
      .filter((comment) => comment.authorId === authorId && comment.state === 'shown')
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
      .slice(offset, offset + limit)
      .map(published);
  }

  async knownHandles(handles: readonly string[]): Promise<string[]> {
    const known = new Set([...this.people.values()].map(({ handle }) => handle));
    return handles.filter((handle) => known.has(handle));
  }

  async insert(comment: NewComment, { dailyCap }: { dailyCap: number }): Promise<Inserted> {
    const author = this.people.get(comment.authorId);
    if (!author || author.suspended) return { kind: 'suspended' };
    const subject = this.subjects.get(comment.paperId);
    if (!subject) return { kind: 'no-such-paper' };
    if (subject.locked) return { kind: 'locked' };
    const parent = this.#comments.find(({ id }) => id === comment.parentId);
    const answers = parent?.paperId === comment.paperId && parent.state === 'shown';
    if (comment.parentId !== null && !answers) return { kind: 'no-such-comment' };
    const age = (other: Stored): number => comment.now.getTime() - other.createdAt.getTime();
    const own = this.#comments.filter(({ authorId }) => authorId === comment.authorId);
    const same = own.find(
      (other) =>
        age(other) < 10 * MINUTE_MS &&
        other.state !== 'deleted' &&
        other.paperId === comment.paperId &&
        other.parentId === comment.parentId &&
        other.body === comment.body,
    );
    if (same) return { kind: 'repeated', comment: published(same) };
    if (own.filter((other) => age(other) < DAY_MS).length >= dailyCap) return { kind: 'daily-cap' };
    const { paperId, parentId, authorId, body, bodyHtml, now } = comment;
    const id = (this.#comments.length + 1).toString(16).padStart(24, 'c');
    const { suspended: _, ...shown } = author;
    const stored: Stored = {
      ...{ id, paperId, parentId, authorId, author: shown, body, bodyHtml },
      ...{ createdAt: now, editedAt: null, state: 'shown' as const },
    };
    this.#comments.push(stored);
    return { kind: 'posted', comment: published(stored) };
  }

  async edit({ id, authorId, body, bodyHtml, now }: Edit): Promise<boolean> {
    return this.#change(id, authorId, (comment) =>
      comment.state === 'shown' ? { ...comment, body, bodyHtml, editedAt: now } : undefined,
    );
  }

  async remove({ id, authorId }: { id: string; authorId: string }): Promise<boolean> {
    return this.#change(id, authorId, (comment) =>
      comment.state === 'deleted' ? undefined : { ...comment, body: '', bodyHtml: '', state: 'deleted' },
    );
  }

  /** What a moderator does. */
  hide(id: string): void {
    this.#comments = this.#comments.map((comment) => (comment.id === id ? { ...comment, state: 'hidden' } : comment));
  }

  async draft(key: DraftKey): Promise<Draft | null> {
    return this.#drafts.get(keyOf(key)) ?? null;
  }

  async keepDraft(key: DraftKey, draft: Draft): Promise<void> {
    if (this.subjects.has(key.paperId)) this.#drafts.set(keyOf(key), draft);
  }

  async dropDraft(key: DraftKey): Promise<void> {
    this.#drafts.delete(keyOf(key));
  }

  async limit(limit: Limit): Promise<LimitOutcome> {
    this.limits.push(limit);
    return this.full ? { allowed: false, retryAfter: 15 } : { allowed: true };
  }

  #change(id: string, authorId: string, change: (comment: Stored) => Stored | undefined): boolean {
    const index = this.#comments.findIndex((comment) => comment.id === id && comment.authorId === authorId);
    const before = this.#comments[index];
    const after = before && change(before);
    if (after) this.#comments[index] = after;
    return after !== undefined;
  }
}

const published = ({ authorId: _, ...comment }: Stored): Comment => comment;
const keyOf = ({ userId, paperId, place }: DraftKey): string => JSON.stringify([userId, paperId, place]);
