import type { PaperId } from '@/src/papers';
import type { CommentWorld } from './comment-store-contract';
import { FakeCommentStore } from './fake-comment-store';

let made = 0;

/** Comments in memory. */
export function fakeWorld(): CommentWorld & { store: FakeCommentStore } {
  const store = new FakeCommentStore();
  return {
    store,
    async addPaper({ locked = false } = {}) {
      made += 1;
      const id = `2602.${String(made).padStart(5, '0')}` as PaperId;
      store.subjects.set(id, { id, titleHtml: 'A title', titleText: 'A title', locked });
      return id;
    },
    async addPerson({ suspended = false } = {}) {
      made += 1;
      const person = { id: made.toString(16).padStart(24, '0'), handle: `person-${made}` };
      store.people.set(person.id, { ...person, displayName: '', role: 'member', suspended });
      return person;
    },
    async hide(id) {
      store.hide(id);
    },
  };
}
