import type { Viewer } from '@/src/accounts';
import { FakeSubmissionStore } from './fake-submission-store';
import type { SubmissionWorld } from './submission-store-contract';

/** Submissions in memory. */
export function fakeWorld(): SubmissionWorld & { store: FakeSubmissionStore; viewer(id: string): Viewer } {
  const store = new FakeSubmissionStore();
  let made = 0;
  return {
    store,
    async person({ suspended = false } = {}) {
      made += 1;
      const id = made.toString(16).padStart(24, '0');
      store.people.set(id, {
        ...{ id, handle: `person-${made}`, displayName: '', role: 'member', suspended },
        ...{ createdAt: new Date('2025-01-02T00:00:00Z'), via: 'session', scopes: ['read', 'write'] },
      });
      return id;
    },
    async hide(paperId) {
      const paper = store.papers.get(paperId);
      if (paper) paper.hidden = true;
    },
    viewer: (id) => store.people.get(id) as Viewer,
  };
}
