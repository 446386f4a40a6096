import { type DiscussionOptions, parseDiscussionOptions } from '@/src/comments';
import type { Query } from './query';
import { queryValue } from './query';

/** How the query of a page asks for its discussion. */
export async function discussionOptions(query: Query): Promise<DiscussionOptions> {
  const asked: Record<string, string | null> = {
    order: (await queryValue(query, 'order')) ?? null,
    page: (await queryValue(query, 'page')) ?? null,
  };
  return parseDiscussionOptions({ get: (name) => asked[name] ?? null });
}
