import { beforeAll, beforeEach, expect, test } from 'vitest';
import { staleCommentStore } from '@/lib/db/comments/stale';
import { upkeep } from '@/lib/db/upkeep';
import { renderStaleComments, type StaleCommentStore } from '@/src/comments';
import { paperTag } from '@/src/shared';
import { moderationWorld } from '@/tests/moderation/world';
import { type TestDatabase, testDatabase } from '@/tests/setup/test-database';

let db: TestDatabase;
let world: ReturnType<typeof moderationWorld>;
beforeAll(async () => {
  db = await testDatabase();
});
beforeEach(async () => {
  await db.empty();
  world = moderationWorld(db.sql);
});

const rows = () => db.sql`SELECT body, body_html AS html, render_version AS version FROM comments ORDER BY body`;

/** Comments as an older version rendered them. */
async function oldComments(...bodies: string[]) {
  const author = await world.person();
  const paperId = await world.paper();
  for (const body of bodies) await world.comment(paperId, author, body);
  await db.sql`UPDATE comments SET body_html = '<p>old</p>', render_version = 0`;
  return { author, paperId };
}

test('upkeep renders old comments again, mentions and all, and tells of the papers', async () => {
  const { author, paperId } = await oldComments('Of *late*.', 'So says @nobody-here.');
  await world.comment(paperId, author, `Ask @${author.handle}.`);
  await db.sql`UPDATE comments SET render_version = 0`;
  const told: string[] = [];
  const listening = await db.sql.listen('broadsheet_changes', (payload) => told.push(payload));
  expect(await upkeep(db.sql)).toContain('3 comments');
  expect(await rows()).toEqual([
    { body: `Ask @${author.handle}.`, html: expect.stringContaining(`href="/people/${author.handle}"`), version: 1 },
    { body: 'Of *late*.', html: '<p>Of <em>late</em>.</p>', version: 1 },
    { body: 'So says @nobody-here.', html: '<p>So says @nobody-here.</p>', version: 1 },
  ]);
  await expect.poll(() => told.join(' ')).toContain(paperTag(paperId));
  await listening.unlisten();
  expect(await upkeep(db.sql)).toContain('0 comments');
});

test('what is deleted or up to date is left alone', async () => {
  const { author } = await oldComments('One.', 'Two.');
  await db.sql`UPDATE comments SET body = '', body_html = '', deleted_at = now() WHERE body = 'One.'`;
  await db.sql`UPDATE comments SET render_version = 1 WHERE body = 'Two.'`;
  expect(await renderStaleComments(staleCommentStore(db.sql), 10)).toBe(0);
  expect(await rows()).toMatchObject([{ html: '' }, { html: '<p>old</p>' }]);
  expect(author.role).toBe('member');
});

test('a comment that is edited in the middle keeps its new text', async () => {
  await oldComments('One.');
  const store = staleCommentStore(db.sql);
  const slow: StaleCommentStore = {
    ...store,
    async replaceRendered(comments) {
      await db.sql`UPDATE comments SET body = 'Edited.', body_html = '<p>Edited.</p>', render_version = 1`;
      await store.replaceRendered(comments);
    },
  };
  expect(await renderStaleComments(slow, 10)).toBe(1);
  expect(await rows()).toEqual([{ body: 'Edited.', html: '<p>Edited.</p>', version: 1 }]);
});

test('many are done in turns, and two processes at once do not trip over each other', async () => {
  await oldComments('x');
  await db.sql`
    INSERT INTO comments (id, paper_id, author_id, body, body_html, render_version)
    SELECT lpad(to_hex(n), 24, '0'), c.paper_id, c.author_id, 'Nr ' || n, '<p>old</p>', 0
    FROM comments c, generate_series(1, 500) n`;
  const both = await Promise.all([1, 2].map(() => renderStaleComments(staleCommentStore(db.sql), 2_000)));
  expect(both.reduce((sum, done) => sum + done, 0)).toBeGreaterThanOrEqual(501);
  expect(await db.sql`SELECT FROM comments WHERE render_version < 1 OR body_html LIKE '%old%'`).toHaveLength(0);
});
