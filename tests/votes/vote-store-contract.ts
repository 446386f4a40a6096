import { describe, expect, test } from 'vitest';
import type { PaperId } from '@/src/papers';
import type { Facts, VoteStore } from '@/src/votes';
import type { VoteLine } from './fake-vote-store';
import { CLEAR, TRANSITION_CASES } from './transition-cases';

/** A store under test, and how to arrange what it decides by. */
export type VoteWorld = {
  store: VoteStore;
  addPaper(over?: { withdrawn?: boolean; outside?: number }): Promise<PaperId>;
  addPerson(over?: { hidden?: boolean }): Promise<{ id: string; handle: string; displayName: string }>;
  /** Makes these and no other reasons hold for a person and a paper. */
  hold(vote: { userId: string; paperId: PaperId }, facts: Facts): Promise<void>;
  history(): Promise<VoteLine[]>;
};

const at = new Date('2026-11-20T08:00:00Z');

/** What every store of votes must do, whatever it is made of. */
export function voteStoreContract(name: string, makeWorld: () => Promise<VoteWorld>): void {
  describe(`${name}: each transition`, () => {
    test.each(TRANSITION_CASES)('$name', async ({ from, event, facts, to, countChange, logs }) => {
      const { store, addPaper, addPerson, hold, history } = await makeWorld();
      const vote = { userId: (await addPerson()).id, paperId: await addPaper(), at };
      if (from !== 'none') {
        await hold(vote, { ...CLEAR, ...(from === 'counted' ? {} : { [from]: true }) });
        expect(await store.set(vote)).toMatchObject({ state: from });
      }
      const before = await store.withdraw({ ...vote, userId: (await addPerson()).id });
      const told = await history();
      await hold(vote, { ...CLEAR, ...facts });
      if (event === 'judge') await store.judge({ userId: vote.userId });
      else
        expect(await store[event](vote)).toMatchObject({ state: to, changed: (to === 'none') !== (from === 'none') });
      const [own] = await store.own(vote.userId, [vote.paperId]);
      expect(own ? (own.reason ?? 'counted') : 'none').toBe(to);
      const after = await store.withdraw({ ...vote, userId: (await addPerson()).id });
      if (typeof before === 'string' || typeof after === 'string') throw new Error('The paper is gone.');
      expect(after.upvotes - before.upvotes).toBe(countChange);
      const { userId, paperId } = vote;
      expect(await history()).toEqual(logs ? [...told, { userId, paperId, kind: logs }] : told);
    });
  });

  describe(`${name}: around the transitions`, () => {
    test('a vote for an unknown paper is refused, and so is withdrawing one', async () => {
      const { store, addPerson } = await makeWorld();
      const vote = { userId: (await addPerson()).id, paperId: '2601.99999' as PaperId, at };
      expect(await store.set(vote)).toBe('no-paper');
      expect(await store.withdraw(vote)).toBe('no-paper');
    });

    test('a person who is gone cannot vote', async () => {
      const { store, addPaper } = await makeWorld();
      expect(await store.set({ userId: 'f'.repeat(24), paperId: await addPaper(), at })).toBe('no-person');
    });

    test('a withdrawn paper takes no vote', async () => {
      const { store, addPaper, addPerson } = await makeWorld();
      const vote = { userId: (await addPerson()).id, paperId: await addPaper({ withdrawn: true }), at };
      expect(await store.set(vote)).toBe('withdrawn-paper');
      expect(await store.own(vote.userId, [vote.paperId])).toEqual([]);
    });

    test('the count that pages show holds the votes cast elsewhere too', async () => {
      const { store, addPaper, addPerson } = await makeWorld();
      const paperId = await addPaper({ outside: 7 });
      const vote = { userId: (await addPerson()).id, paperId, at };
      expect(await store.set(vote)).toMatchObject({ upvotes: 1, votes: 8 });
      expect(await store.own(vote.userId, [paperId])).toEqual([{ paperId, reason: null, votes: 8 }]);
    });

    test('own votes are those of the person and the papers asked for', async () => {
      const { store, addPaper, addPerson } = await makeWorld();
      const [one, two] = [await addPaper(), await addPaper()];
      const [ada, ben] = [await addPerson(), await addPerson()];
      await store.set({ userId: ada.id, paperId: one, at });
      await store.set({ userId: ben.id, paperId: two, at });
      expect((await store.own(ada.id, [one, two])).map(({ paperId }) => paperId)).toEqual([one]);
      expect(await store.own(ada.id, [two])).toEqual([]);
    });

    test('nobody withdraws the vote of somebody else', async () => {
      const { store, addPaper, addPerson } = await makeWorld();
      const paperId = await addPaper();
      const [ada, ben] = [await addPerson(), await addPerson()];
      await store.set({ userId: ada.id, paperId, at });
      expect(await store.withdraw({ userId: ben.id, paperId, at })).toMatchObject({ changed: false, upvotes: 1 });
    });

    test('voters are named oldest first, hidden and uncounted ones are not, and the rest is counted', async () => {
      const { store, addPaper, addPerson, hold } = await makeWorld();
      const paperId = await addPaper({ outside: 3 });
      const people = [await addPerson(), await addPerson({ hidden: true }), await addPerson(), await addPerson()];
      const author = await addPerson();
      await hold({ userId: author.id, paperId }, { ...CLEAR, 'claimed-author': true });
      for (const [minute, { id }] of [...people, author].reverse().entries()) {
        await store.set({ userId: id, paperId, at: new Date(at.getTime() - minute * 60_000) });
      }
      const [first, , third, fourth] = people.map(({ handle, displayName }) => ({ handle, displayName }));
      expect(await store.voters(paperId, 12)).toEqual({ named: [first, third, fourth], more: 1 });
      expect(await store.voters(paperId, 2)).toEqual({ named: [first, third], more: 2 });
    });

    test('who only hides has no names shown, but is counted', async () => {
      const { store, addPaper, addPerson } = await makeWorld();
      const paperId = await addPaper();
      await store.set({ userId: (await addPerson({ hidden: true })).id, paperId, at });
      expect(await store.voters(paperId, 12)).toEqual({ named: [], more: 1 });
    });

    test('judging one person leaves the votes of others', async () => {
      const { store, addPaper, addPerson, hold } = await makeWorld();
      const paperId = await addPaper();
      const people = [await addPerson(), await addPerson()];
      for (const { id } of people) await store.set({ userId: id, paperId, at });
      for (const { id } of people) await hold({ userId: id, paperId }, { ...CLEAR, 'claimed-author': true });
      expect(await store.judge({ userId: people[0]?.id ?? '' })).toBe(1);
      expect(await store.voters(paperId, 5)).toMatchObject({ more: 0, named: [{ handle: people[1]?.handle }] });
      expect(await store.judge({ paperId })).toBe(1);
      expect(await store.judge({})).toBe(0);
    });
  });
}
