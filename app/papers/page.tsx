import { guarded } from '@/lib/next/guarded';
import { latestPage } from '../_pages/latest-page';
import type { PageProps } from '../_pages/page-props';
import { failed } from '../_pages/refused';
import { searchPage } from '../_pages/search/search-page';

export default async function Page({ searchParams }: PageProps) {
  const query = await searchParams;
  return guarded(() => (query['q'] === undefined ? latestPage(query) : searchPage(searchParams)), failed);
}
