import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { FeedStore, Found } from './feed-store';

const PAGE_SIZE = 30;
/** A list ends there; who wants more has the export. */
const MOST = 3_000;

export type PersonList = 'submitted' | 'upvoted';

type Asked = {
  person: { id: string; upvotesHidden: boolean };
  list: PersonList;
  /** Who looks. His own upvotes are shown to a person, also the hidden and the uncounted ones. */
  viewerId: string | null;
  page: number;
};

export type PersonPapers = Found & { pages: number };

/** The papers that a person submitted or upvoted, the last first. Refuses upvotes that he hides. */
export async function readPersonPapers(
  store: FeedStore,
  { person, list, viewerId, page }: Asked,
): Promise<Result<PersonPapers, Refusal<'upvotes-hidden'>>> {
  const own = viewerId === person.id;
  if (list === 'upvoted' && person.upvotesHidden && !own) {
    return refuse('upvotes-hidden', 'Whoever this is keeps the upvotes private.');
  }
  const slice = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE, cap: MOST };
  const found =
    list === 'submitted'
      ? await store.submittedBy(person.id, slice)
      : await store.upvotedBy(person.id, { ...slice, uncounted: own });
  return ok({ ...found, pages: Math.max(1, Math.ceil(found.total / PAGE_SIZE)) });
}
