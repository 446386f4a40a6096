import type { Query } from './query';
import { queryValue } from './query';

/** The page that a query asks for, from 1 to 9,999; 1 where it makes no sense. */
export async function pageNumber(query: Query): Promise<number> {
  const asked = (await queryValue(query, 'page')) ?? '';
  return /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1;
}
