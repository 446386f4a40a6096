import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/src/accounts';
import type { PaperId } from '@/src/papers';
import { FakeCommentStore } from '@/tests/comments/fake-comment-store';
import { someRecord } from '@/tests/factories/ingest-record';
import { fakeWorld } from '@/tests/submissions/fake-world';
import {
  indexPaper,
  keepSubmissionDraft,
  lookUpPaper,
  retrySubmissions,
  type SourceAnswer,
  type SubmitPorts,
  submitPaper,
} from '.';

const now = new Date('2026-01-10T12:00:00Z');
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const P1 = '2601.00001' as PaperId;
const DOWN: SourceAnswer = { kind: 'unreachable', why: 'arxiv.org cannot be reached.' };
const UNKNOWN: SourceAnswer = { kind: 'unknown' };
const found = (n: number, over: Parameters<typeof someRecord>[1] = {}): SourceAnswer => ({
  kind: 'found',
  record: someRecord(n, over, []),
});
const published = (day: string) => ({
  published: { at: new Date(`${day}T12:00:00Z`), precision: 'instant' as const },
});

/** A world whose source gives the answers in turn, for whatever it is asked; the last one repeats. */
async function world(...answers: SourceAnswer[]) {
  const fake = fakeWorld();
  const comments = new FakeCommentStore();
  const asked: string[][] = [];
  const ports: SubmitPorts = {
    store: fake.store,
    comments,
    source: async (ids) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? UNKNOWN;
      asked.push([...ids]);
      return new Map(ids.map((id) => [id, answer]));
    },
    rules: { maxAgeDays: 14, dailyCap: 5, commentMode: 'on' },
  };
  const viewer = fake.viewer(await fake.person());
  comments.people.set(viewer.id, { ...viewer, suspended: false });
  const subject = { titleHtml: 'A title', titleText: 'A title', locked: false };
  comments.subjects.set(P1, { id: P1, ...subject });
  const submit = (over: Record<string, unknown> = {}, by: Viewer | null = viewer) =>
    submitPaper(ports, { viewer: by, input: { paper: P1, ...over }, now });
  const lookUp = (paper: string, by: Viewer | null = viewer) =>
    lookUpPaper(ports, { viewer: by, input: { paper }, now });
  return { ...fake, comments, asked, ports, viewer, submit, lookUp };
}

const code = (result: { ok: true; value: unknown } | { ok: false; refusal: { code: string } }) =>
  result.ok ? result.value : result.refusal.code;

describe('looking a paper up', () => {
  test.each([
    ['2601.00001'],
    ['arXiv:2601.00001v2'],
    ['https://arxiv.org/abs/2601.00001'],
    ['https://arxiv.org/pdf/2601.00001v1.pdf'],
    ['https://huggingface.co/papers/2601.00001'],
    ['https://www.alphaxiv.org/abs/2601.00001'],
    ['10.48550/arXiv.2601.00001'],
  ])('finds %s, and puts it on no list', async (paper) => {
    const { lookUp, store } = await world(found(1));
    expect(code(await lookUp(paper))).toEqual({ paperId: P1, state: 'ready' });
    expect(await store.known(P1)).toMatchObject({ complete: true, shownOn: null });
  });

  test('asks the source once, however often one looks', async () => {
    const { lookUp, asked } = await world(found(1));
    for (let times = 0; times < 3; times++) await lookUp(P1);
    expect(asked).toEqual([[P1]]);
  });

  test('leads to a paper that is listed, without asking anybody', async () => {
    const { lookUp, store, asked } = await world(DOWN);
    await store.keep(someRecord(1));
    expect(code(await lookUp(P1))).toEqual({ paperId: P1, state: 'listed' });
    expect(asked).toEqual([]);
  });

  test('says when the source is down', async () => {
    const { lookUp } = await world(DOWN);
    expect(code(await lookUp(P1))).toEqual({ paperId: P1, state: 'source-down' });
  });

  test.each([
    ['an unknown paper', UNKNOWN, 'no-such-paper'],
    ['a paper of sixteen days ago', found(1, published('2025-12-25')), 'too-old'],
    ['a withdrawn paper', found(1, { withdrawn: true }), 'withdrawn-paper'],
    ['a record without a title', found(1, { title: '' }), 'not-taken'],
  ] as const)('refuses %s and keeps nothing of it', async (_, answer, refused) => {
    const { lookUp, store } = await world(answer);
    expect(code(await lookUp(P1))).toBe(refused);
    expect(await store.known(P1)).toBeNull();
  });

  test('refuses what is no paper, and who asks too often', async () => {
    const { lookUp, store } = await world(found(1));
    expect(code(await lookUp('https://example.org/2601.00001'))).toBe('not-an-id');
    store.full = true;
    expect(code(await lookUp(P1))).toBe('too-many');
    expect(code(await lookUp(P1, null))).toBe('signed-out');
  });
});

describe('submitting', () => {
  test('puts the paper on today’s list, with its comment and addresses', async () => {
    const { submit, store, viewer, comments } = await world(found(1));
    const more = { comment: 'Worth it.', codeUrl: 'https://code.example/a', projectUrl: ' https://a.example/p ' };
    expect(code(await submit(more))).toEqual({ paperId: P1, state: 'listed' });
    expect(await store.known(P1)).toMatchObject({
      ...{ shownOn: '2026-01-10', codeUrl: 'https://code.example/a', projectUrl: 'https://a.example/p' },
    });
    expect(await store.own({ userId: viewer.id, paperId: P1 })).toMatchObject({ status: 'listed', day: '2026-01-10' });
    expect(await comments.byAuthor(viewer.id, { limit: 5, offset: 0 })).toMatchObject([{ body: 'Worth it.' }]);
  });

  test('leaves the addresses that the authors gave', async () => {
    const { submit, store } = await world(found(1, { codeUrl: 'https://code.example/theirs' }));
    await submit({ codeUrl: 'https://code.example/mine', projectUrl: 'https://a.example/mine' });
    expect(await store.known(P1)).toMatchObject({
      ...{ codeUrl: 'https://code.example/theirs', projectUrl: 'https://a.example/mine' },
    });
  });

  test('keeps it while the source is down, and says why', async () => {
    const { submit, store, viewer, comments } = await world(DOWN);
    expect(code(await submit({ comment: 'Worth it.' }))).toEqual({ paperId: P1, state: 'waits' });
    expect(await store.own({ userId: viewer.id, paperId: P1 })).toMatchObject({
      ...{ status: 'pending', problem: 'arxiv.org cannot be reached.', nextTryAt: later(5) },
    });
    expect(await comments.byAuthor(viewer.id, { limit: 5, offset: 0 })).toEqual([]);
  });

  test('a paper that is listed, or that somebody else’s submission waits for, is not taken twice', async () => {
    const { submit, person, viewer } = await world(DOWN);
    await submit();
    const other = { ...viewer, id: await person() };
    expect(code(await submit({}, other))).toEqual({ paperId: P1, state: 'already' });
  });

  test.each([
    ['an unknown paper', UNKNOWN, 'no-such-paper'],
    ['a paper of sixteen days ago', found(1, published('2025-12-25')), 'too-old'],
    ['a withdrawn paper', found(1, { withdrawn: true }), 'withdrawn-paper'],
  ] as const)('refuses %s, which counts against no cap', async (_, answer, refused) => {
    const { submit, store, viewer } = await world(...Array.from({ length: 6 }, () => answer), found(1));
    for (let times = 0; times < 6; times++) expect(code(await submit())).toBe(refused);
    expect(await store.own({ userId: viewer.id, paperId: P1 })).toBeNull();
    expect(code(await submit())).toEqual({ paperId: P1, state: 'listed' });
  });

  test('a paper of just fourteen days is new enough, and a moderator may bring an old one', async () => {
    const { submit } = await world(found(1, published('2025-12-27')));
    expect(code(await submit())).toEqual({ paperId: P1, state: 'listed' });
    const old = await world(found(1, published('2012-01-01')));
    expect(code(await old.submit({}, { ...old.viewer, role: 'member' }))).toBe('too-old');
    old.store.people.set(old.viewer.id, { ...old.viewer, role: 'moderator', suspended: false });
    expect(code(await old.submit({}, { ...old.viewer, role: 'moderator' }))).toEqual({ paperId: P1, state: 'listed' });
  });

  test('a paper that a moderator hid stays hidden', async () => {
    const { submit, store, hide } = await world(found(1));
    await store.keep(someRecord(1));
    await hide(P1);
    expect(code(await submit())).toBe('hidden-paper');
  });

  test.each([
    ['javascript:alert(1)'],
    ['data:text/html,x'],
    ['//evil.example'],
    ['https://user:secret@evil.example/'],
    ['https://evil.example/"onmouseover='],
    ['https://e\u202evil.example/'],
    ['ftp://a.example/x'],
    ['http://localhost/'],
    ['nonsense'],
    [`https://a.example/${'x'.repeat(1_000)}`],
  ])('refuses %j as the address of code or project', async (url) => {
    const { submit, store } = await world(found(1));
    expect(code(await submit({ codeUrl: url }))).toBe('bad-url');
    expect(code(await submit({ projectUrl: url }))).toBe('bad-url');
    expect(await store.known(P1)).toBeNull();
  });

  test('refuses a comment that could not be posted before anything is done', async () => {
    const { submit, store, ports, viewer } = await world(found(1));
    expect(code(await submit({ comment: 'a'.repeat(65_537) }))).toBe('too-long');
    const young = { ...viewer, createdAt: now };
    const links = 'https://a.example https://b.example https://c.example';
    expect(code(await submit({ comment: links }, young))).toBe('too-many-links');
    ports.rules.commentMode = 'off';
    expect(code(await submit({ comment: 'Hello.' }))).toBe('comments-off');
    expect(await store.known(P1)).toBeNull();
    expect(code(await submit({ comment: ' \u200b ' }))).toEqual({ paperId: P1, state: 'listed' });
  });

  test.each([[null], [42], [{}], [{ paper: 7 }], [{ paper: P1, comment: [] }], [{ paper: P1, codeUrl: {} }]])(
    'refuses %j',
    async (input) => {
      const { ports, viewer } = await world(found(1));
      expect(code(await submitPaper(ports, { viewer, input: input as never, now }))).toBe('bad-input');
    },
  );

  test('refuses who is signed out, suspended, or reads only; and beyond the cap', async () => {
    const { submit, store, viewer, ports } = await world(found(1));
    expect(code(await submit({}, null))).toBe('signed-out');
    expect(code(await submit({}, { ...viewer, via: 'token', scopes: ['read'] }))).toBe('scope');
    ports.rules.dailyCap = 0;
    expect(code(await submit())).toBe('daily-cap');
    store.people.set(viewer.id, { ...viewer, suspended: true });
    expect(code(await submit())).toBe('suspended');
  });
});

describe('trying again', () => {
  test('lists what waited, on the day on which the source answered, with its comment', async () => {
    const { submit, store, viewer, comments, ports } = await world(DOWN, DOWN, found(1));
    await submit({ comment: 'Worth it.' });
    expect(await retrySubmissions(ports, { now: later(4) })).toEqual({ listed: 0, refused: 0, waiting: 0 });
    expect(await retrySubmissions(ports, { now: later(5) })).toEqual({ listed: 0, refused: 0, waiting: 1 });
    expect(await retrySubmissions(ports, { now: later(14) })).toEqual({ listed: 0, refused: 0, waiting: 0 });
    expect(await retrySubmissions(ports, { now: later(24 * 60) })).toEqual({ listed: 1, refused: 0, waiting: 0 });
    expect(await store.known(P1)).toMatchObject({ shownOn: '2026-01-11' });
    expect(await comments.byAuthor(viewer.id, { limit: 5, offset: 0 })).toMatchObject([{ body: 'Worth it.' }]);
    expect(await retrySubmissions(ports, { now: later(48 * 60) })).toEqual({ listed: 0, refused: 0, waiting: 0 });
  });

  test('asks for all at once', async () => {
    const { ports, viewer, asked } = await world(DOWN);
    for (const paper of ['2601.00001', '2601.00002', '2601.00003'])
      await submitPaper(ports, { viewer, input: { paper }, now });
    await retrySubmissions(ports, { now: later(10) });
    expect(asked.at(-1)).toEqual(['2601.00001', '2601.00002', '2601.00003']);
  });

  test('an outage makes no paper too old, but one that was too old when submitted is refused', async () => {
    const { submit, ports } = await world(DOWN, found(1, published('2025-12-28')));
    await submit();
    expect(await retrySubmissions(ports, { now: later(5 * 24 * 60) })).toMatchObject({ listed: 1 });
    const old = await world(DOWN, found(1, published('2025-12-25')));
    await old.submit();
    expect(await retrySubmissions(old.ports, { now: later(10) })).toMatchObject({ refused: 1 });
    expect(await old.store.own({ userId: old.viewer.id, paperId: P1 })).toMatchObject({
      ...{ status: 'refused', problem: expect.stringContaining('older than 14 days') },
    });
  });

  test('a paper that was announced meanwhile stays on its day', async () => {
    const { submit, store, viewer, ports } = await world(DOWN);
    await submit();
    await store.keep(someRecord(1));
    expect(await retrySubmissions(ports, { now: later(60) })).toMatchObject({ listed: 1 });
    expect(await store.own({ userId: viewer.id, paperId: P1 })).toMatchObject({ day: '2026-01-06' });
  });

  test('gives up after two weeks', async () => {
    const { submit, ports } = await world(DOWN);
    await submit();
    expect(await retrySubmissions(ports, { now: later(13 * 24 * 60) })).toMatchObject({ waiting: 1 });
    expect(await retrySubmissions(ports, { now: later(15 * 24 * 60) })).toMatchObject({ refused: 1 });
  });

  test('a comment that is refused by then is kept as a draft, with the reason', async () => {
    const { submit, viewer, comments, ports } = await world(DOWN, found(1));
    await submit({ comment: 'Worth it.' });
    comments.subjects.set(P1, { id: P1, titleHtml: '', titleText: '', locked: true });
    expect(await retrySubmissions(ports, { now: later(10) })).toMatchObject({ listed: 1 });
    expect(await comments.draft({ userId: viewer.id, paperId: P1, place: 'new' })).toMatchObject({
      ...{ body: 'Worth it.', notice: expect.stringContaining('closed this discussion') },
    });
  });
});

describe('indexing', () => {
  test('makes a paper of any age known, on no list, and may be repeated', async () => {
    const { ports, viewer, store, asked } = await world(found(1, published('2012-01-01')));
    const index = () => indexPaper(ports, { viewer, input: { arxivId: P1 }, now });
    expect(code(await index())).toBe(P1);
    expect(code(await index())).toBe(P1);
    expect(asked).toHaveLength(1);
    expect(await store.known(P1)).toMatchObject({ shownOn: null });
  });

  test.each([
    ['nonsense', found(1), 'not-an-id'],
    [P1, UNKNOWN, 'no-such-paper'],
    [P1, DOWN, 'source-down'],
  ] as const)('refuses %s', async (arxivId, answer, refused) => {
    const { ports, viewer } = await world(answer);
    expect(code(await indexPaper(ports, { viewer, input: { arxivId }, now }))).toBe(refused);
    expect(code(await indexPaper(ports, { viewer: null, input: { arxivId }, now }))).toBe('signed-out');
  });
});

test('a draft keeps no more than could be sent, and nothing of what hides', async () => {
  const { store, viewer } = await world(DOWN);
  const draft = { comment: `a\u202eb${'x'.repeat(70_000)}`, codeUrl: 'h'.repeat(5_000), projectUrl: '', notice: null };
  await keepSubmissionDraft(store, { viewer, paperId: P1, now }, draft);
  const kept = await store.draft({ userId: viewer.id, paperId: P1 });
  expect([kept?.comment.length, kept?.comment.slice(0, 2), kept?.codeUrl.length]).toEqual([65_536, 'ab', 1_000]);
});
