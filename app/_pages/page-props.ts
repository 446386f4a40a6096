import type { QueryParameters } from '@/src/feed';

/** What Next gives a page: the path's variable parts and the query. */
export type PageProps<Part extends string = never> = {
  params: Promise<Record<Part, string>>;
  searchParams: Promise<QueryParameters>;
};
