import type { PlainList } from '@/lib/db/feed/list-ids';
import { services } from '@/lib/services';
import { shownName } from '@/src/accounts';
import { type Period, rangeOf } from '@/src/feed';
import { type PaperId, parsePaperId } from '@/src/papers';
import { parseQuery, requestOf, SearchTooBroad } from '@/src/search';
import type { Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { SyndicatedList } from '@/src/syndication';
import { plainRefusal } from './plain-refusal';

/** The paper that the path of a page names, if it is a paper's. */
export function paperIn([first, ...rest]: readonly string[]): PaperId | undefined {
  const id = first === 'papers' && rest.length > 0 ? parsePaperId(rest.join('/')) : undefined;
  return id?.ok ? id.value : undefined;
}

/** The answer to who asks for a list that cannot be read: 400 where he can ask otherwise, 404 where there is none. */
export const listRefused = ({ code, message }: { code: string; message: string }): Response =>
  plainRefusal(code === 'bad-parameter' || code === 'too-broad' ? 400 : 404, message);

/** A list's papers, and the name of whom it is about. */
export type ListPapers = { ids: PaperId[]; name?: string | undefined };
type ListRefusal = { code: 'too-broad' | 'too-late' | 'no-such-person' | 'private'; message: string };

/** Reads at most `limit` ids of a list in the order of its page. Refuses searches that are too broad, and what somebody keeps private. */
export async function listPapers(list: SyndicatedList, limit: number): Promise<Result<ListPapers, ListRefusal>> {
  switch (list.kind) {
    case 'latest':
    case 'trending':
    case 'category':
      return plain(list, limit);
    case 'author': {
      const { names } = await services().feed.byAuthor(list.key, { limit: 0, offset: 0, cap: 1 });
      return plain(list, limit, names[0]);
    }
    case 'period':
      return ofPeriod(list.period, limit);
    case 'person':
      return ofPerson(list, limit);
    case 'search':
      return found(list.text, limit);
  }
}

async function ofPeriod(period: Period, limit: number): Promise<Result<ListPapers, ListRefusal>> {
  // The last days that can be written have no day after them.
  if (period.key.slice(0, 4) > String(new Date().getUTCFullYear() + 1))
    return refuse('too-late', 'That has not come yet.');
  return plain({ kind: 'range', range: rangeOf(period) }, limit);
}

async function plain(list: PlainList, limit: number, name?: string): Promise<Result<ListPapers, ListRefusal>> {
  return ok({ ids: await services().listIds({ list, limit, offset: 0 }), name });
}

async function ofPerson({ handle, of }: Extract<SyndicatedList, { kind: 'person' }>, limit: number) {
  const person = await services().accounts.findPerson(handle);
  if (!person) return refuse('no-such-person', 'Nobody here has this handle.');
  if (of === 'upvoted' && person.upvotesHidden) return refuse('private', 'Whoever this is keeps the upvotes private.');
  if (of === 'saved' && !(await services().library.isPublic(person.id)))
    return refuse('private', 'Whoever this is keeps the saved papers private.');
  return plain({ kind: of, userId: person.id }, limit, shownName(person));
}

async function found(text: string, limit: number): Promise<Result<ListPapers, ListRefusal>> {
  try {
    const { hits } = await services().search.search(requestOf(parseQuery(text).query, { limit, offset: 0 }));
    return ok({ ids: hits.map(({ id }) => id) });
  } catch (error) {
    if (error instanceof SearchTooBroad) return refuse('too-broad', error.message);
    throw error;
  }
}
