import { beforeAll, expect, test } from 'vitest';
import { accountStore } from '@/lib/db/accounts-store';
import { commentStore } from '@/lib/db/comments-store';
import type { Comment, NewComment } from '@/src/comments';
import type { PaperId } from '@/src/papers';
import { dayTag, LISTS_TAG, paperTag, type UtcDay } from '@/src/shared';
import { aListing, storeListings } from '@/tests/factories/listing';
import type { TestDatabase } from '@/tests/setup/test-database';
import { testDatabase } from '@/tests/setup/test-database';
import { commentStoreContract } from './comment-store-contract';
import { databaseWorld } from './database-world';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});

commentStoreContract('PostgreSQL', async () => {
  await db.empty();
  return databaseWorld(db.sql);
});

const now = new Date('2026-11-20T08:00:00Z');
const written = (paperId: PaperId, authorId: string, over: Partial<NewComment> = {}): NewComment => ({
  ...{ paperId, parentId: null, authorId, body: 'Well said.', bodyHtml: '<p>Well said.</p>', renderVersion: 1, now },
  ...over,
});
const counted = async (paperId: PaperId): Promise<{ comments: number; rows: number } | undefined> => {
  const [row] = await db.sql<{ comments: number; rows: number }[]>`
    SELECT comments, (SELECT count(*)::int FROM comments c
      WHERE c.paper_id = p.id AND c.deleted_at IS NULL AND c.hidden_at IS NULL) AS rows
    FROM papers p WHERE id = ${paperId}`;
  return row;
};

test('while many post, delete and hide at once, the count ends equal to the rows', async () => {
  const { addPaper, addPerson, store, hide } = databaseWorld(db.sql);
  const paperId = await addPaper();
  const people = await Promise.all(Array.from({ length: 12 }, () => addPerson()));
  const cap = { dailyCap: 1_000 };
  const work = people.map(async ({ id: authorId }, who) => {
    for (let n = 0; n < 12; n++) {
      const posted = await store.insert(written(paperId, authorId, { body: `${who} says ${n}` }), cap);
      if (posted.kind !== 'posted') throw new Error(posted.kind);
      if (n % 3 === 0) await store.remove({ id: posted.comment.id, authorId, now });
      if (n % 4 === 0) await hide(posted.comment.id);
    }
  });
  await Promise.all(work);
  const end = await counted(paperId);
  expect(end?.comments).toBe(end?.rows);
  // Of 12 each: 4 deleted, 3 hidden, 1 both.
  expect(end?.rows).toBe(12 * 6);
});

test('of thirty comments that a new account sends at once, ten are taken', async () => {
  const { addPaper, addPerson, store } = databaseWorld(db.sql);
  const [paperId, { id }] = [await addPaper(), await addPerson()];
  const all = await Promise.all(
    Array.from({ length: 30 }, (_, n) => store.insert(written(paperId, id, { body: `n ${n}` }), { dailyCap: 10 })),
  );
  expect(all.filter(({ kind }) => kind === 'posted')).toHaveLength(10);
  expect(all.filter(({ kind }) => kind === 'daily-cap')).toHaveLength(20);
});

test('a form sent ten times at once is one comment', async () => {
  const { addPaper, addPerson, store } = databaseWorld(db.sql);
  const [paperId, { id }] = [await addPaper(), await addPerson()];
  const all = await Promise.all(
    Array.from({ length: 10 }, () => store.insert(written(paperId, id), { dailyCap: 100 })),
  );
  const ids = new Set(all.map((one) => ('comment' in one ? one.comment.id : one.kind)));
  expect(ids.size).toBe(1);
  expect(await counted(paperId)).toEqual({ comments: 1, rows: 1 });
});

test('a comment is announced under the tags of every page that shows it or its count', async () => {
  const { addPaper, addPerson, store } = databaseWorld(db.sql);
  const [paperId, { id: authorId }] = [await addPaper(), await addPerson()];
  const day = '2026-01-06' as UtcDay;
  await storeListings(db.sql, [aListing({ paper_id: paperId, day })]);
  const heard: string[][] = [];
  const { unlisten } = await db.sql.listen('broadsheet_changes', (tags) => heard.push(tags.split(' ').sort()));
  const posted = await store.insert(written(paperId, authorId), { dailyCap: 10 });
  const { id } = (posted as { comment: Comment }).comment;
  await store.edit({ id, authorId, body: 'b', bodyHtml: '<p>b</p>', renderVersion: 1, now });
  await expect.poll(() => heard.length).toBe(2);
  await unlisten();
  expect(heard).toEqual([[dayTag(day), LISTS_TAG, paperTag(paperId)].sort(), [paperTag(paperId)]]);
});

test('deleting an account takes the texts and keeps the places and the right count', async () => {
  const { addPaper, addPerson, store } = databaseWorld(db.sql);
  const [paperId, leaver, stayer] = [await addPaper(), await addPerson(), await addPerson()];
  const posted = await store.insert(written(paperId, leaver.id), { dailyCap: 10 });
  const { id } = (posted as { comment: Comment }).comment;
  await store.insert(written(paperId, stayer.id, { parentId: id }), { dailyCap: 10 });
  await store.keepDraft({ userId: leaver.id, paperId, place: 'new' }, { body: 'x', notice: null });
  const accounts = accountStore(db.sql);
  expect(await accounts.exportOf(leaver.id)).toMatchObject({ comments: [{ id, body: 'Well said.' }] });
  await accounts.deleteAccount(leaver.id);
  expect(await store.one(id)).toMatchObject({ author: null, body: '', bodyHtml: '', state: 'deleted' });
  expect(await counted(paperId)).toEqual({ comments: 1, rows: 1 });
});

test('the database itself refuses a deleted comment that keeps its text', async () => {
  const { addPaper, addPerson, store } = databaseWorld(db.sql);
  const posted = await store.insert(written(await addPaper(), (await addPerson()).id), { dailyCap: 10 });
  const { id } = (posted as { comment: Comment }).comment;
  await expect(db.sql`UPDATE comments SET deleted_at = now() WHERE id = ${id}`).rejects.toThrow(
    'comments_deleted_is_empty',
  );
});

test('five thousand comments of one statement are counted', async () => {
  const { addPaper, addPerson } = databaseWorld(db.sql);
  const [paperId, { id }] = [await addPaper(), await addPerson()];
  await db.sql`
    INSERT INTO comments (id, paper_id, author_id, body, body_html, render_version, created_at)
    SELECT lpad(to_hex(n), 24, '0'), ${paperId}, ${id}, 'x', '<p>x</p>', 1, ${now}::timestamptz + make_interval(secs => n)
    FROM generate_series(1, 5000) n`;
  expect((await commentStore(db.sql).outline(paperId)).length).toBe(5_000);
  expect(await counted(paperId)).toEqual({ comments: 5_000, rows: 5_000 });
});
