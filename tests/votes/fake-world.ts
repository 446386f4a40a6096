import type { PaperId } from '@/src/papers';
import { FakeVoteStore, keyOf } from './fake-vote-store';
import type { VoteWorld } from './vote-store-contract';

/** A world of votes in memory. */
export function fakeWorld(): VoteWorld & { store: FakeVoteStore } {
  const store = new FakeVoteStore();
  let made = 0;
  return {
    store,
    addPaper: async ({ withdrawn = false, outside = 0 } = {}) => {
      made += 1;
      const id = `2601.${String(made).padStart(5, '0')}` as PaperId;
      store.papers.set(id, { withdrawn, outside });
      return id;
    },
    addPerson: async ({ hidden = false } = {}) => {
      made += 1;
      const person = { handle: `person-${made}`, displayName: `Person ${made}`, hidden };
      const id = made.toString(16).padStart(24, '0');
      store.people.set(id, person);
      return { id, ...person };
    },
    hold: async (vote, facts) => void store.facts.set(keyOf(vote), facts),
    history: async () => [...store.history],
  };
}
