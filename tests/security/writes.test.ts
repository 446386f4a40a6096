import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closePools } from '@/lib/db/close-pools';
import { setEnv } from '@/lib/env';
import type { Role, Viewer } from '@/src/accounts';
import { moderationWorld } from '@/tests/moderation/world';
import type { TestDatabase } from '@/tests/setup/test-database';
import { testDatabase } from '@/tests/setup/test-database';
import { addToken, cookieHeader, openSession } from '@/tests/votes/session';
import { send, type Write, writesOn } from './writes';

const url = 'http://papers.example.org';
const secret = 'a secret for tests, and long enough to be one';
const FIELDS = [
  ...(['comments', 'comment_drafts', 'flags', 'moderation_log', 'job_runs'] as const),
  ...(['submissions', 'submission_drafts', 'author_claims'] as const),
];
// The routes in the order of `writesOn`; the things they write on are made anew for each test.
const NAMES = writesOn({ paperId: '', commentId: '', personId: '' }).map(({ name }) => name);

let db: TestDatabase;
let world: ReturnType<typeof moderationWorld>;
let victim: Viewer;
let writes: Map<string, Write>;

beforeAll(async () => {
  db = await testDatabase();
  setEnv({ DATABASE_URL: db.url, BASE_URL: url, AUTH_SECRET: secret });
});
afterAll(() => closePools());
beforeEach(async () => {
  await db.empty();
  world = moderationWorld(db.sql);
  victim = await world.person();
  const paperId = await world.paper();
  const { id: commentId } = await world.comment(paperId, victim);
  await failedDigest();
  writes = new Map(writesOn({ paperId, commentId, personId: victim.id }).map((write) => [write.name, write]));
});

/** A delivery that failed, for who would like to see it tried again. */
async function failedDigest(): Promise<void> {
  await db.sql`
    INSERT INTO subscribers (id, email, email_key, status, confirmed_at)
    VALUES (${'a'.repeat(24)}, 'ada@example.org', 'ada@example.org', 'active', now())`;
  await db.sql`INSERT INTO digest_editions (id, kind, day) VALUES (1, 'daily', '2026-05-29')`;
  await db.sql`
    INSERT INTO digest_deliveries (edition_id, subscriber_id, state, window_from, window_to, due_at, finished_at)
    VALUES (1, ${'a'.repeat(24)}, 'failed', now(), now(), now(), now())`;
}

const write = (name: string): Write => writes.get(name) as Write;
const signIn = async (viewer: Viewer): Promise<string> =>
  cookieHeader(await openSession(db.sql, viewer.id, { url, secret }));
const someone = async (role: Role): Promise<string> => signIn(await world.person(role));

/** All that these routes could have changed. */
async function state(): Promise<string> {
  const tables = await Promise.all(
    FIELDS.map((table) => db.sql`SELECT to_jsonb(t) AS row FROM ${db.sql(table)} t ORDER BY 1`),
  );
  const people = await db.sql`SELECT id, role, suspended_at FROM users ORDER BY id`;
  const papers = await db.sql`SELECT id, hidden, comments_locked, comments FROM papers ORDER BY id`;
  return JSON.stringify([tables, people, papers]);
}

describe.each(NAMES)('%s', (name) => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['nowhere', {}],
    ['a neighbour', { origin: 'http://papers.example.org.evil.example' }],
    ['another port', { origin: 'http://papers.example.org:81' }],
    ['the same name over https', { origin: 'https://papers.example.org' }],
    ['somebody with another scheme of authorization', { authorization: 'Basic eDp5' }],
  ])('sent from %s with an administrator’s cookie changes nothing', async (_from, headers) => {
    const cookie = await someone('admin');
    const before = await state();
    const answer = await send(write(name), { cookie, ...(headers as Record<string, string>) });
    expect(answer.status).toBe(403);
    expect(await state()).toBe(before);
  });

  test('sent by nobody leads to signing in and changes nothing', async () => {
    const before = await state();
    const answer = await send(write(name), { origin: url });
    if (write(name).json) expect(answer.status).toBe(401);
    else expect([answer.status, answer.headers.get('location')?.startsWith('/sign-in?next=%2F')]).toEqual([303, true]);
    expect(await state()).toBe(before);
  });

  test('sent with a forged session changes nothing', async () => {
    const cookie = (await someone('admin')).replace(/.{12};/, 'AAAAAAAAAAAA;');
    const before = await state();
    await send(write(name), { origin: url, cookie });
    expect(await state()).toBe(before);
  });

  test('sent with a token that only reads changes nothing', async () => {
    const person = await world.person('admin');
    const before = await state();
    await send(write(name), { authorization: `Bearer ${await addToken(db.sql, person.id, ['read'])}` });
    expect(await state()).toBe(before);
  });

  test('sent by who was suspended changes nothing', async () => {
    const person = await world.person('admin');
    const cookie = await signIn(person);
    const bearer = await addToken(db.sql, person.id, ['read', 'write']);
    await db.sql`UPDATE users SET suspended_at = now() WHERE id = ${person.id}`;
    const before = await state();
    await send(write(name), { origin: url, cookie });
    await send(write(name), { authorization: `Bearer ${bearer}` });
    expect(await state()).toBe(before);
  });

  test('with no content, or content of another kind, is refused', async () => {
    const cookie = await someone('member');
    const before = await state();
    const type = write(name).json ? 'application/x-www-form-urlencoded' : 'application/json';
    const answer = await send(write(name), { origin: url, cookie, 'content-type': type }, {});
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await state()).toBe(before);
  });
});

describe('a member', () => {
  test.each(['edit', 'delete'])('cannot %s somebody else’s comment', async (name) => {
    const cookie = await someone('member');
    const before = await db.sql`SELECT body, deleted_at, edited_at FROM comments`;
    await send(write(name), { origin: url, cookie });
    expect(await db.sql`SELECT body, deleted_at, edited_at FROM comments`).toEqual(before);
  });

  test.each(['edit', 'delete'])('cannot %s it by naming its author', async (name) => {
    const cookie = await someone('admin');
    const fields = {
      ...write(name).fields,
      author: victim.id,
      author_id: victim.id,
      viewer: victim.id,
      userId: victim.id,
    };
    await send(write(name), { origin: url, cookie }, fields);
    expect(await db.sql`SELECT body FROM comments WHERE author_id = ${victim.id}`).toEqual([{ body: 'Well said.' }]);
  });

  test.each(['hide', 'lock', 'suspend', 'role', 'undo', 'run a job', 'confirm an author'])(
    'cannot %s',
    async (name) => {
      const cookie = await someone('member');
      const before = await state();
      await send(write(name), { origin: url, cookie });
      expect(await state()).toBe(before);
    },
  );

  test('cannot write in another’s name, nor give himself a role or an earlier date', async () => {
    const self = await world.person();
    const more = {
      ...{ author: victim.id, authorId: victim.id, author_id: victim.id, user: victim.id, role: 'admin' },
      ...{
        createdAt: '2020-01-01',
        created_at: '2020-01-01',
        hidden_at: '',
        body_html: '<script>x</script>',
        id: 'f'.repeat(24),
      },
    };
    const cookie = await signIn(self);
    await send(write('comment'), { origin: url, cookie }, { ...write('comment').fields, ...more });
    await send(write('comment by API'), { origin: url, cookie }, { comment: 'By program', ...more });
    const rows = await db.sql<{ body: string; body_html: string; young: boolean }[]>`
      SELECT body, body_html, created_at > now() - interval '1 minute' AS young FROM comments
      WHERE author_id = ${self.id} AND id <> ${'f'.repeat(24)} ORDER BY body`;
    expect(rows).toMatchObject([
      { body: 'By program', body_html: '<p>By program</p>', young: true },
      { body: 'Planted', body_html: '<p>Planted</p>', young: true },
    ]);
    expect(await db.sql`SELECT 1 FROM users WHERE role <> 'member'`).toHaveLength(0);
  });

  test('cannot make somebody an administrator by a role that is no role', async () => {
    const cookie = await someone('admin');
    for (const act of ['role:owner', 'role:', 'role:admin ', 'ROLE:admin', '__proto__', 'constructor']) {
      await send(write('role'), { origin: url, cookie }, { ...write('role').fields, act });
    }
    expect(await db.sql`SELECT role FROM users WHERE id = ${victim.id}`).toEqual([{ role: 'member' }]);
  });
});

describe('a moderator', () => {
  test.each(['role', 'run a job', 'retry a digest'])('cannot: %s', async (name) => {
    const cookie = await someone('moderator');
    const before = await state();
    await send(write(name), { origin: url, cookie });
    expect(await state()).toBe(before);
  });
});

describe('the owner', () => {
  test('gets what he asked for, by form and by API', async () => {
    const self = await world.person();
    const cookie = await signIn(self);
    const posted = await send(write('comment'), { origin: url, cookie });
    expect(posted.headers.get('location')).toMatch(/^\/papers\/[\d.]+#comment-[0-9a-f]{24}$/);
    const bearer = await addToken(db.sql, self.id, ['read', 'write']);
    const replied = await send(write('reply by API'), { authorization: `Bearer ${bearer}` });
    expect(replied.status).toBe(201);
    expect(await replied.json()).toMatchObject({
      newMessage: {
        ...{ id: expect.stringMatching(/^[0-9a-f]{24}$/), type: 'comment', createdAt: expect.stringMatching(/Z$/) },
        author: { name: self.handle, type: 'user' },
        data: { edited: false, hidden: false, latest: { raw: 'Planted', html: '<p>Planted</p>' } },
      },
    });
  });

  test('finds a refused text in the form again, with the reason', async () => {
    const self = await world.person();
    const cookie = await signIn(self);
    const body = '\u200b';
    const refused = await send(write('comment'), { origin: url, cookie }, { ...write('comment').fields, body });
    expect(refused.headers.get('location')).toMatch(/\/comments\/new$/);
    expect(await db.sql`SELECT place, notice FROM comment_drafts WHERE user_id = ${self.id}`).toEqual([
      { place: 'new', notice: 'Write something first.' },
    ]);
  });

  test('by API is told what is wrong', async () => {
    const self = await world.person();
    const authorization = `Bearer ${await addToken(db.sql, self.id, ['read', 'write'])}`;
    const call = async (fields: Record<string, string>, over: Partial<Write> = {}) => {
      const answer = await send({ ...write('comment by API'), ...over }, { authorization }, fields);
      return [answer.status, ((await answer.json()) as { error: string }).error];
    };
    expect(await call({ comment: '' })).toEqual([400, 'Write something first.']);
    expect(await call({ comment: 'a'.repeat(65_537) })).toEqual([400, 'A comment has at most 65,536 characters.']);
    expect(await call({ text: 'x' })).toEqual([400, 'Send JSON such as {"comment": "…"}.']);
    expect(await call({ comment: 'x' }, { params: { id: ['2601.99999'] } })).toEqual([404, 'This paper is not here.']);
    await db.sql`UPDATE papers SET comments_locked = true`;
    expect((await call({ comment: 'x' }))[0]).toBe(403);
  });
});
