import { ORDERS, type Order } from './arrange';

export type DiscussionOptions = { order: Order; page: number };
type Query = { get(name: string): string | null };

const LAST_PAGE = 999;

/** How a discussion is asked for: `?order=newest&page=2`. What makes no sense counts as not said. */
export function parseDiscussionOptions(query: Query): DiscussionOptions {
  const order = ORDERS.find((known) => known === query.get('order')) ?? 'best';
  const page = /^[1-9]\d{0,2}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 1;
  return { order, page: Math.min(page, LAST_PAGE) };
}

/** The shortest query that asks for these options; empty for the first page in the usual order. */
export function discussionQuery({ order, page }: DiscussionOptions): string {
  const parts = [order === 'best' ? '' : `order=${order}`, page === 1 ? '' : `page=${page}`].filter(Boolean);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
