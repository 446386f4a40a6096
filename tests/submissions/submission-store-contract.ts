import { describe, expect, test } from 'vitest';
import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import type { NewSubmission, SubmissionStore } from '@/src/submissions';
import { someRecord } from '@/tests/factories/ingest-record';

export type SubmissionWorld = {
  store: SubmissionStore;
  person(over?: { suspended?: boolean }): Promise<string>;
  hide(paperId: PaperId): Promise<void>;
};

// The stores tell a refusal's age by their own clock.
const now = new Date();
const today = now.toISOString().slice(0, 10) as UtcDay;
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const id = (n: number): PaperId => `2601.${String(n).padStart(5, '0')}` as PaperId;
const CAP = { dailyCap: 5 };
const fresh = (userId: string, n: number, over: Partial<NewSubmission> = {}): NewSubmission => ({
  ...{ userId, paperId: id(n), comment: null, codeUrl: null, projectUrl: null, now },
  ...over,
});

/** What every store of submissions must do, whatever it is made of. */
export function submissionStoreContract(name: string, makeWorld: () => Promise<SubmissionWorld>): void {
  async function queued(store: SubmissionStore, submission: NewSubmission) {
    const outcome = await store.enqueue(submission, CAP);
    if (outcome.kind !== 'queued') throw new Error(outcome.kind);
    return outcome.submission;
  }

  describe(`${name}: papers`, () => {
    test('a paper is known once it is kept, and is on no list', async () => {
      const { store } = await makeWorld();
      expect(await store.known(id(1))).toBeNull();
      expect(await store.keep(someRecord(1, {}, []))).toBe(true);
      expect(await store.known(id(1))).toMatchObject({
        complete: true,
        shownOn: null,
        hidden: false,
        withdrawn: false,
      });
    });

    test('a paper of which a sample alone has told is not complete', async () => {
      const { store } = await makeWorld();
      await store.keep(someRecord(1, { kind: 'sample' }, []));
      expect(await store.known(id(1))).toMatchObject({ complete: false });
    });

    test('what a record without a title says is not kept', async () => {
      const { store } = await makeWorld();
      expect(await store.keep(someRecord(1, { title: '' }, []))).toBe(false);
      expect(await store.known(id(1))).toBeNull();
    });

    test('an announced paper is shown on its day, a hidden one on none', async () => {
      const { store, hide } = await makeWorld();
      await store.keep(someRecord(1));
      expect(await store.known(id(1))).toMatchObject({ shownOn: '2026-01-06' });
      await hide(id(1));
      expect(await store.known(id(1))).toMatchObject({ shownOn: null, hidden: true });
    });
  });

  describe(`${name}: sending`, () => {
    test('of ten sent at once, as many are taken as a day allows', async () => {
      const { store, person } = await makeWorld();
      const ada = await person();
      const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => store.enqueue(fresh(ada, n + 1), CAP)));
      expect(outcomes.filter(({ kind }) => kind === 'queued')).toHaveLength(5);
      expect(outcomes.filter(({ kind }) => kind === 'daily-cap')).toHaveLength(5);
      const tomorrow = fresh(ada, 20, { now: later(24 * 60 + 1) });
      expect(await store.enqueue(tomorrow, CAP)).toMatchObject({ kind: 'queued' });
    });

    test('of six people with the same paper at once, one has it', async () => {
      const { store, person } = await makeWorld();
      const people = await Promise.all(Array.from({ length: 6 }, () => person()));
      const outcomes = await Promise.all(people.map((userId) => store.enqueue(fresh(userId, 1), CAP)));
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['queued', 'taken', 'taken', 'taken', 'taken', 'taken']);
    });

    test('one that was refused stands in nobody’s way; one that was dropped does not count', async () => {
      const { store, person } = await makeWorld();
      const [ada, ben] = [await person(), await person()];
      await store.refuse((await queued(store, fresh(ada, 1))).id, { problem: 'Too old.', now });
      expect(await store.enqueue(fresh(ben, 1), CAP)).toMatchObject({ kind: 'queued' });
      for (let n = 2; n < 9; n++) await store.drop((await queued(store, fresh(ada, n))).id);
      expect(await store.enqueue(fresh(ada, 9), CAP)).toMatchObject({ kind: 'queued' });
    });

    test('nobody who is suspended submits', async () => {
      const { store, person } = await makeWorld();
      expect(await store.enqueue(fresh(await person({ suspended: true }), 1), CAP)).toEqual({ kind: 'suspended' });
    });

    test('a submission comes back with its person and what was added', async () => {
      const { store, person } = await makeWorld();
      const ada = await person();
      const more = { comment: 'Read this.', codeUrl: 'https://code.example/a', projectUrl: 'https://a.example/' };
      expect(await queued(store, fresh(ada, 1, more))).toMatchObject({
        ...{ paperId: id(1), ...more, tries: 0, createdAt: now },
        submitter: { id: ada, role: 'member', via: 'session' },
      });
    });
  });

  describe(`${name}: settling`, () => {
    test('a listed paper is shown on its day; listing it twice is listing it once', async () => {
      const { store, person } = await makeWorld();
      const ada = await person();
      await store.keep(someRecord(1, {}, []));
      const submission = await queued(store, fresh(ada, 1));
      const listing = { id: submission.id, day: today, now };
      const both = await Promise.all([store.list(listing), store.list(listing)]);
      expect(both.sort()).toEqual([false, true]);
      expect(await store.known(id(1))).toMatchObject({ shownOn: today });
      expect(await store.own({ userId: ada, paperId: id(1) })).toMatchObject({ status: 'listed', day: today });
      expect(await store.unlisted(ada, 9)).toEqual([]);
    });

    test('one that waits is due at its time, the longest waiting first, and tells why', async () => {
      const { store, person } = await makeWorld();
      const [ada, ben] = [await person(), await person()];
      const first = await queued(store, fresh(ada, 1));
      const second = await queued(store, fresh(ben, 2));
      expect(await store.due(now, 9)).toEqual([]);
      await store.postpone(first.id, { problem: 'It is down.', nextTryAt: later(10) });
      await store.postpone(second.id, { problem: 'It is down.', nextTryAt: later(5) });
      expect((await store.due(later(9), 9)).map((each) => each.id)).toEqual([second.id]);
      expect((await store.due(later(10), 9)).map((each) => each.tries)).toEqual([1, 1]);
      expect((await store.due(later(10), 9)).map((each) => each.id)).toEqual([second.id, first.id]);
      expect(await store.due(later(10), 1)).toHaveLength(1);
      expect(await store.unlisted(ada, 9)).toMatchObject([{ status: 'pending', problem: 'It is down.' }]);
    });

    test('one that was refused is not due any more, and tells why', async () => {
      const { store, person } = await makeWorld();
      const ada = await person();
      const { id: refused } = await queued(store, fresh(ada, 1));
      await store.refuse(refused, { problem: 'Too old.', now });
      await store.postpone(refused, { problem: 'Late.', nextTryAt: now });
      expect(await store.due(later(60), 9)).toEqual([]);
      expect(await store.list({ id: refused, day: today, now })).toBe(false);
      expect(await store.unlisted(ada, 9)).toMatchObject([{ status: 'refused', problem: 'Too old.' }]);
    });
  });

  test(`${name}: a draft is its person’s, and is kept until it is dropped`, async () => {
    const { store, person } = await makeWorld();
    const [ada, ben] = [await person(), await person()];
    const key = { userId: ada, paperId: id(1) };
    const draft = { comment: 'Half a thou', codeUrl: 'https://', projectUrl: '', notice: 'Not yet.' };
    await store.keepDraft(key, { ...draft, comment: '' });
    await store.keepDraft(key, draft);
    expect(await store.draft(key)).toEqual(draft);
    expect(await store.draft({ ...key, userId: ben })).toBeNull();
    await store.dropDraft(key);
    expect(await store.draft(key)).toBeNull();
  });
}
