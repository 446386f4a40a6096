import { beforeEach, describe, expect, test } from 'vitest';
import type { Viewer } from '@/src/accounts';
import type { PaperId } from '@/src/papers';
import type { FakeCommentStore } from '@/tests/comments/fake-comment-store';
import { fakeWorld } from '@/tests/comments/fake-world';
import type { CommentMode } from './comment';
import { deleteComment } from './delete-comment';
import { keepDraft, readDraft } from './drafts';
import { editComment } from './edit-comment';
import { postComment } from './post-comment';
import { previewComment } from './preview-comment';
import { readComment } from './read-comment';
import { pageOfComment, readDiscussion } from './read-discussion';

const now = new Date('2026-11-20T12:00:00Z');
const later = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

let store: FakeCommentStore;
let paperId: PaperId;
let ada: Viewer;
let bob: Viewer;
let locked: PaperId;

const viewerOf = ({ id, handle }: { id: string; handle: string }, over: Partial<Viewer> = {}): Viewer => ({
  ...{ id, handle, displayName: '', role: 'member', createdAt: new Date('2026-01-01T00:00:00Z') },
  ...{ via: 'session', scopes: ['read', 'write'] },
  ...over,
});

beforeEach(async () => {
  const world = fakeWorld();
  store = world.store;
  paperId = await world.addPaper();
  locked = await world.addPaper({ locked: true });
  ada = viewerOf(await world.addPerson());
  bob = viewerOf(await world.addPerson());
});

type Post = { viewer?: Viewer | null; mode?: CommentMode; paperId?: string; parentId?: string | null; at?: Date };
const post = (body: string, over: Post = {}) =>
  postComment(store, {
    viewer: over.viewer === undefined ? ada : over.viewer,
    mode: over.mode ?? 'on',
    input: { paperId: over.paperId ?? paperId, parentId: over.parentId ?? null, body },
    now: over.at ?? now,
  });
const posted = async (body: string, over: Post = {}) => {
  const result = await post(body, over);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
};
const code = (result: { ok: true } | { ok: false; refusal: { code: string } }): string =>
  result.ok ? 'ok' : result.refusal.code;

describe('posting', () => {
  test('stores the text and its HTML', async () => {
    expect(await posted('So **true**.')).toMatchObject({
      body: 'So **true**.',
      bodyHtml: '<p>So <strong>true</strong>.</p>',
    });
  });

  test('links the handles of people that there are', async () => {
    const { bodyHtml } = await posted(`@${bob.handle} and @nobody`);
    expect(bodyHtml).toBe(`<p><a href="/people/${bob.handle}">@${bob.handle}</a> and @nobody</p>`);
  });

  test('takes 65,536 characters and refuses one more', async () => {
    expect(code(await post('a'.repeat(65_536)))).toBe('ok');
    expect(code(await post('a'.repeat(65_537)))).toBe('too-long');
  });

  test('counts a line end as one character, as the field in the page does', async () => {
    expect(code(await post(`${'a'.repeat(65_534)}\r\nb`))).toBe('ok');
  });

  test.each(['', '   \n', '\u200b\u202e', '\u0301'])('refuses %j, in which there is nothing to see', async (body) => {
    expect(code(await post(body))).toBe('empty');
  });

  test('refuses what would weigh down the page', async () => {
    expect(code(await post(`${'|a'.repeat(500)}\n${'|-'.repeat(500)}\n${'|b\n'.repeat(20_000)}`))).toBe('too-complex');
  });

  test.each([
    ['signed out', { viewer: null }, 'signed-out'],
    ['where comments are off', { mode: 'off' as const }, 'comments-off'],
    ['in answer to something made up', { parentId: 'x' }, 'bad-input'],
    ['in answer to what is not there', { parentId: 'f'.repeat(24) }, 'no-such-comment'],
    ['on a paper that is not there', { paperId: '2601.99999' }, 'no-such-paper'],
    ['on what is no paper', { paperId: '../admin' }, 'bad-input'],
  ])('is refused %s', async (_name, over, refusal) => {
    expect(code(await post('Hello.', over))).toBe(refusal);
  });

  test('is refused in a closed discussion, with a sentence', async () => {
    const result = await post('Hello.', { paperId: locked });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'locked', message: /closed this discussion/ } });
  });

  test('is refused to a token that only reads', async () => {
    expect(code(await post('Hello.', { viewer: { ...ada, via: 'token', scopes: ['read'] } }))).toBe('scope');
  });

  test('is refused to who was suspended a moment ago', async () => {
    const person = store.people.get(ada.id);
    if (person) person.suspended = true;
    expect(code(await post('Hello.'))).toBe('suspended');
  });

  test('keeps a pace, and says how long to wait', async () => {
    store.full = true;
    expect(await post('Hello.')).toMatchObject({ ok: false, refusal: { code: 'too-many', message: /15 seconds/ } });
    expect(store.limits.at(-1)?.key).toContain(ada.id);
  });

  test('a text that is refused does not use up the pace', async () => {
    await post('');
    expect(store.limits).toEqual([]);
  });
});

describe('in the first seven days', () => {
  const young = (hours: number): Partial<Viewer> => ({ createdAt: later(-hours) });
  const links = (count: number): string => Array.from({ length: count }, (_, n) => `https://a${n}.example/`).join(' ');

  test('two links pass, the third is refused', async () => {
    expect(code(await post(links(2), { viewer: { ...ada, ...young(1) } }))).toBe('ok');
    expect(code(await post(links(3), { viewer: { ...ada, ...young(1) } }))).toBe('too-many-links');
  });

  test('pictures and written links count too; handles and paths of the site do not', async () => {
    const body = `![](https://a.example/x.png) [b](https://b.example/) @${bob.handle} [c](/papers)`;
    expect(code(await post(body, { viewer: { ...ada, ...young(1) } }))).toBe('ok');
    expect(code(await post(`${body} <https://c.example/>`, { viewer: { ...ada, ...young(1) } }))).toBe(
      'too-many-links',
    );
  });

  test('ten comments a day pass, the eleventh is refused', async () => {
    const viewer = { ...ada, ...young(30) };
    for (let n = 0; n < 10; n++) expect(code(await post(`n ${n}`, { viewer }))).toBe('ok');
    expect(code(await post('n 10', { viewer }))).toBe('daily-cap');
    expect(code(await post('n 10', { viewer, at: later(24.1) }))).toBe('ok');
  });

  test('the limits end with the seventh day, and are not for moderators', async () => {
    expect(code(await post(links(3), { viewer: { ...ada, ...young(7 * 24) } }))).toBe('ok');
    expect(code(await post(links(4), { viewer: { ...ada, ...young(1), role: 'moderator' } }))).toBe('ok');
  });
});

describe('editing', () => {
  const edit = (id: string, body: string, over: { viewer?: Viewer | null; at?: Date; mode?: CommentMode } = {}) =>
    editComment(store, {
      viewer: over.viewer === undefined ? ada : over.viewer,
      mode: over.mode ?? 'on',
      input: { id, body },
      now: over.at ?? later(1),
    });

  test('changes text and HTML, and marks the comment', async () => {
    const { id } = await posted('a');
    expect(code(await edit(id, '*b*'))).toBe('ok');
    expect(await store.one(id)).toMatchObject({ body: '*b*', bodyHtml: '<p><em>b</em></p>', editedAt: later(1) });
  });

  test('without a change leaves no mark', async () => {
    const { id } = await posted('a');
    expect(code(await edit(id, 'a'))).toBe('ok');
    expect((await store.one(id))?.editedAt).toBeNull();
  });

  test('ends after a day', async () => {
    const { id } = await posted('a');
    expect(code(await edit(id, 'b', { at: later(23.9) }))).toBe('ok');
    expect(code(await edit(id, 'c', { at: later(24) }))).toBe('too-late');
  });

  test.each([
    ['somebody else', () => bob, 'not-yours'],
    ['a moderator', () => ({ ...bob, role: 'moderator' as const }), 'not-yours'],
    ['an administrator', () => ({ ...bob, role: 'admin' as const }), 'not-yours'],
    ['nobody', () => null, 'signed-out'],
  ])('is refused to %s', async (_name, viewer, refusal) => {
    const { id } = await posted('a');
    expect(code(await edit(id, 'b', { viewer: viewer() }))).toBe(refusal);
    expect((await store.one(id))?.body).toBe('a');
  });

  test('is refused once the comment is hidden, deleted, or the discussion closed', async () => {
    const [hidden, deleted, closed] = [await posted('a'), await posted('b'), await posted('c')];
    store.hide(hidden.id);
    await deleteComment(store, { viewer: ada, input: { id: deleted.id }, now });
    expect(code(await edit(hidden.id, 'x'))).toBe('no-such-comment');
    expect(code(await edit(deleted.id, 'x'))).toBe('no-such-comment');
    const subject = store.subjects.get(paperId);
    if (subject) subject.locked = true;
    expect(code(await edit(closed.id, 'x'))).toBe('locked');
  });

  test('holds a new account to its links', async () => {
    const young = { ...ada, createdAt: later(-1) };
    const { id } = await posted('a', { viewer: young });
    expect(code(await edit(id, 'https://a.x https://b.x https://c.x', { viewer: young }))).toBe('too-many-links');
  });
});

describe('deleting', () => {
  test('is for the author, whenever he likes, also in a closed discussion', async () => {
    const { id } = await posted('a');
    const subject = store.subjects.get(paperId);
    if (subject) subject.locked = true;
    expect(code(await deleteComment(store, { viewer: ada, input: { id }, now: later(999) }))).toBe('ok');
    expect(code(await deleteComment(store, { viewer: ada, input: { id }, now }))).toBe('no-such-comment');
  });

  test.each([
    ['somebody else', () => bob, 'not-yours'],
    ['an administrator', () => ({ ...bob, role: 'admin' as const }), 'not-yours'],
    ['nobody', () => null, 'signed-out'],
  ])('is refused to %s', async (_name, viewer, refusal) => {
    const { id } = await posted('a');
    expect(code(await deleteComment(store, { viewer: viewer(), input: { id }, now }))).toBe(refusal);
    expect((await store.one(id))?.state).toBe('shown');
  });

  test.each(['', 'x', '../..', 'f'.repeat(24)])('of %j finds nothing', async (id) => {
    expect(code(await deleteComment(store, { viewer: ada, input: { id }, now }))).toBe('no-such-comment');
  });
});

describe('reading', () => {
  const read = (over: { viewer?: Viewer | null; mode?: CommentMode; page?: number } = {}) =>
    readDiscussion(store, {
      viewer: over.viewer ?? null,
      mode: over.mode ?? 'on',
      paperId,
      order: 'newest',
      page: over.page ?? 1,
    });

  test('is open to everybody, to members, or to nobody', async () => {
    expect(code(await read())).toBe('ok');
    expect(code(await read({ mode: 'members' }))).toBe('members-only');
    expect(code(await read({ mode: 'members', viewer: ada }))).toBe('ok');
    expect(code(await read({ mode: 'off', viewer: { ...ada, role: 'admin' } }))).toBe('comments-off');
  });

  test('gives a hundred at a time, and the last page for any after it', async () => {
    for (let n = 0; n < 101; n++) await posted(`n ${n}`, { at: later(n), viewer: ada });
    const [first, last] = [await read(), await read({ page: 9 })];
    expect(first).toMatchObject({ ok: true, value: { page: 1, pages: 2, total: 101 } });
    expect(last).toMatchObject({ ok: true, value: { page: 2, comments: [{ body: 'n 0' }] } });
  });

  test('shows neither text nor author of what was hidden or deleted', async () => {
    const hidden = await posted('secret one');
    await posted('answer', { parentId: hidden.id, viewer: bob });
    store.hide(hidden.id);
    const result = await read();
    expect(JSON.stringify(result)).not.toContain('secret one');
    expect(result).toMatchObject({
      ok: true,
      value: { total: 1, comments: [{ state: 'hidden', author: null }, { depth: 1 }] },
    });
  });

  test('names what is answered where that does not stand right above', async () => {
    const root = await posted('root');
    const first = await posted('first', { parentId: root.id, viewer: bob, at: later(1) });
    await posted('second', { parentId: root.id, viewer: bob, at: later(2) });
    expect(await read()).toMatchObject({
      ok: true,
      value: {
        comments: [
          { answers: null },
          { id: first.id, answers: null },
          { answers: { id: root.id, name: `@${ada.handle}` } },
        ],
      },
    });
  });

  test('a comment is found on its page', async () => {
    const oldest = await posted('oldest');
    for (let n = 1; n <= 100; n++) await posted(`n ${n}`, { at: later(n) });
    expect(await pageOfComment(store, { paperId, id: oldest.id, order: 'newest' })).toBe(2);
    expect(await pageOfComment(store, { paperId, id: 'f'.repeat(24), order: 'newest' })).toBeNull();
  });

  test('a hidden comment by itself is for its author and moderators', async () => {
    const { id } = await posted('secret one');
    store.hide(id);
    const seen = async (viewer: Viewer | null) => JSON.stringify(await readComment(store, { viewer, mode: 'on', id }));
    expect(await seen(null)).not.toContain('secret one');
    expect(await seen(bob)).not.toContain('secret one');
    expect(await seen(ada)).toContain('secret one');
    expect(await seen({ ...bob, role: 'moderator' })).toContain('secret one');
  });

  test('what answers a hidden comment does not show it', async () => {
    const { id } = await posted('secret one');
    const reply = await posted('reply', { parentId: id, viewer: bob });
    store.hide(id);
    expect(JSON.stringify(await readComment(store, { viewer: bob, mode: 'on', id: reply.id }))).not.toContain(
      'secret one',
    );
  });
});

describe('previews and drafts', () => {
  test('a preview is what posting would store', async () => {
    const body = 'So **true** @nobody $x$';
    const preview = await previewComment(store, { viewer: ada, mode: 'on', input: { body }, now });
    expect(preview).toEqual({ ok: true, value: { html: (await posted(body)).bodyHtml } });
  });

  test('nobody previews signed out', async () => {
    expect(code(await previewComment(store, { viewer: null, mode: 'on', input: { body: 'a' }, now }))).toBe(
      'signed-out',
    );
  });

  test('a draft that is too long is kept as far as it may go, whole characters only', async () => {
    const at = { viewer: ada, paperId, place: { kind: 'new' } as const, now };
    await keepDraft(store, at, { body: `${'a'.repeat(65_535)}😀😀`, notice: 'x' });
    expect((await readDraft(store, at))?.body).toBe('a'.repeat(65_535));
  });

  test('a token that only reads keeps no draft', async () => {
    const at = {
      viewer: { ...ada, via: 'token', scopes: ['read'] } as Viewer,
      paperId,
      place: { kind: 'new' } as const,
      now,
    };
    await keepDraft(store, at, { body: 'a', notice: null });
    expect(await readDraft(store, at)).toBeNull();
  });

  test('a place that is made up keeps nothing', async () => {
    const at = { viewer: ada, paperId, place: { kind: 'reply', id: "'; --" } as const, now };
    await keepDraft(store, at, { body: 'a', notice: null });
    expect(await readDraft(store, at)).toBeNull();
  });
});
