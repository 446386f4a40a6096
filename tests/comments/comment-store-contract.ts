import { beforeEach, describe, expect, test } from 'vitest';
import type { Comment, CommentStore, NewComment } from '@/src/comments';
import type { PaperId } from '@/src/papers';

export type CommentWorld = {
  store: CommentStore;
  addPaper(over?: { locked?: boolean }): Promise<PaperId>;
  addPerson(over?: { suspended?: boolean }): Promise<{ id: string; handle: string }>;
  hide(id: string): Promise<void>;
};

const MINUTE_MS = 60_000;
const start = new Date('2026-11-20T08:00:00Z');
const after = (minutes: number): Date => new Date(start.getTime() + minutes * MINUTE_MS);

/** What every store of comments does, whatever it is made of. */
export function commentStoreContract(name: string, makeWorld: () => Promise<CommentWorld>): void {
  describe(`comments in ${name}`, () => {
    let world: CommentWorld;
    let paperId: PaperId;
    let author: { id: string; handle: string };
    const limits = { dailyCap: 100 };

    beforeEach(async () => {
      world = await makeWorld();
      paperId = await world.addPaper();
      author = await world.addPerson();
    });

    const written = (over: Partial<NewComment> = {}): NewComment => ({
      ...{ paperId, parentId: null, authorId: author.id, body: 'Well said.', bodyHtml: '<p>Well said.</p>' },
      ...{ renderVersion: 1, now: start, ...over },
    });
    const post = async (over: Partial<NewComment> = {}): Promise<Comment> => {
      const posted = await world.store.insert(written(over), limits);
      if (posted.kind !== 'posted') throw new Error(posted.kind);
      return posted.comment;
    };

    test('a posted comment can be read, with its author', async () => {
      const { id } = await post();
      expect(await world.store.one(id)).toMatchObject({
        ...{ id, paperId, parentId: null, body: 'Well said.', bodyHtml: '<p>Well said.</p>' },
        ...{ createdAt: start, editedAt: null, state: 'shown', author: { id: author.id, handle: author.handle } },
      });
      expect(await world.store.outline(paperId)).toEqual([
        { id, parentId: null, createdAt: start, authorId: author.id, gone: false },
      ]);
    });

    test('a reply names what it answers', async () => {
      const { id } = await post();
      expect((await post({ parentId: id, body: 'Is it?' })).parentId).toBe(id);
    });

    test('the same text sent twice within ten minutes is one comment', async () => {
      const first = await post();
      expect(await world.store.insert(written({ now: after(9) }), limits)).toMatchObject({
        kind: 'repeated',
        comment: { id: first.id },
      });
      expect((await world.store.insert(written({ now: after(11) }), limits)).kind).toBe('posted');
    });

    test('the same text elsewhere, or in answer to something else, is another comment', async () => {
      const { id } = await post();
      expect((await world.store.insert(written({ parentId: id }), limits)).kind).toBe('posted');
      expect((await world.store.insert(written({ paperId: await world.addPaper() }), limits)).kind).toBe('posted');
    });

    test.each([
      ['a paper that is not there', async () => ({ paperId: '2601.99999' as PaperId }), 'no-such-paper'],
      ['a closed discussion', async () => ({ paperId: await world.addPaper({ locked: true }) }), 'locked'],
      ['an answer to nothing', async () => ({ parentId: 'f'.repeat(24) }), 'no-such-comment'],
      ['a suspended person', async () => ({ authorId: (await world.addPerson({ suspended: true })).id }), 'suspended'],
      ['nobody', async () => ({ authorId: 'f'.repeat(24) }), 'suspended'],
    ])('%s is refused', async (_name, over, kind) => {
      expect(await world.store.insert(written(await over()), limits)).toEqual({ kind });
    });

    test('an answer to a comment on another paper is refused', async () => {
      const { id } = await post({ paperId: await world.addPaper() });
      expect(await world.store.insert(written({ parentId: id }), limits)).toEqual({ kind: 'no-such-comment' });
    });

    test('an answer to what was deleted or hidden is refused', async () => {
      const [deleted, hidden] = [await post(), await post({ body: 'Other.' })];
      await world.store.remove({ id: deleted.id, authorId: author.id, now: start });
      await world.hide(hidden.id);
      for (const { id } of [deleted, hidden]) {
        expect(await world.store.insert(written({ parentId: id }), limits)).toEqual({ kind: 'no-such-comment' });
      }
    });

    test('the daily cap counts the last 24 hours, deleted comments too', async () => {
      const cap = { dailyCap: 2 };
      const { id } = await post({ body: '1' });
      await post({ body: '2', now: after(60) });
      await world.store.remove({ id, authorId: author.id, now: after(61) });
      expect(await world.store.insert(written({ body: '3', now: after(120) }), cap)).toEqual({ kind: 'daily-cap' });
      expect((await world.store.insert(written({ body: '3', now: after(1_441) }), cap)).kind).toBe('posted');
    });

    test('an edit changes the text and says when', async () => {
      const { id } = await post();
      const edit = { id, authorId: author.id, body: 'New.', bodyHtml: '<p>New.</p>', renderVersion: 1, now: after(5) };
      expect(await world.store.edit(edit)).toBe(true);
      expect(await world.store.one(id)).toMatchObject({ body: 'New.', bodyHtml: '<p>New.</p>', editedAt: after(5) });
    });

    test('somebody else can neither edit nor delete it', async () => {
      const { id } = await post();
      const other = (await world.addPerson()).id;
      const edit = { id, authorId: other, body: 'X.', bodyHtml: '<p>X.</p>', renderVersion: 1, now: start };
      expect(await world.store.edit(edit)).toBe(false);
      expect(await world.store.remove({ id, authorId: other, now: start })).toBe(false);
      expect(await world.store.one(id)).toMatchObject({ body: 'Well said.', state: 'shown' });
    });

    test('deleting leaves the place and nothing of the text, once', async () => {
      const { id } = await post();
      expect(await world.store.remove({ id, authorId: author.id, now: start })).toBe(true);
      expect(await world.store.remove({ id, authorId: author.id, now: start })).toBe(false);
      expect(await world.store.one(id)).toMatchObject({ body: '', bodyHtml: '', state: 'deleted' });
      expect(await world.store.outline(paperId)).toMatchObject([{ id, gone: true }]);
    });

    test('what is hidden or deleted cannot be edited', async () => {
      const [deleted, hidden] = [await post(), await post({ body: 'Other.' })];
      await world.store.remove({ id: deleted.id, authorId: author.id, now: start });
      await world.hide(hidden.id);
      for (const { id } of [deleted, hidden]) {
        const edit = { id, authorId: author.id, body: 'X.', bodyHtml: '<p>X.</p>', renderVersion: 1, now: start };
        expect(await world.store.edit(edit)).toBe(false);
      }
    });

    test("a person's comments come the newest first, without what is gone", async () => {
      const [first, second, third] = [
        await post(),
        await post({ body: '2', now: after(1) }),
        await post({ body: '3', now: after(2) }),
      ];
      await world.hide(second.id);
      const found = await world.store.byAuthor(author.id, { limit: 10, offset: 0 });
      expect(found.map(({ id }) => id)).toEqual([third.id, first.id]);
      expect(await world.store.byAuthor(author.id, { limit: 1, offset: 1 })).toMatchObject([{ id: first.id }]);
    });

    test('handles are known when somebody has them', async () => {
      expect(await world.store.knownHandles(['nobody-at-all', author.handle])).toEqual([author.handle]);
      expect(await world.store.knownHandles([])).toEqual([]);
    });

    test('a draft is kept by person, paper and place, until it is dropped', async () => {
      const key = { userId: author.id, paperId, place: 'new' };
      await world.store.keepDraft(key, { body: 'a', notice: null });
      await world.store.keepDraft(key, { body: 'b', notice: 'Too long.' });
      expect(await world.store.draft(key)).toEqual({ body: 'b', notice: 'Too long.' });
      expect(await world.store.draft({ ...key, place: 'reply:x' })).toBeNull();
      expect(await world.store.draft({ ...key, userId: (await world.addPerson()).id })).toBeNull();
      await world.store.dropDraft(key);
      expect(await world.store.draft(key)).toBeNull();
    });

    test('a draft on a paper that is not there is not kept, and no fault', async () => {
      const key = { userId: author.id, paperId: '2601.99999' as PaperId, place: 'new' };
      await world.store.keepDraft(key, { body: 'a', notice: null });
      expect(await world.store.draft(key)).toBeNull();
    });
  });
}
