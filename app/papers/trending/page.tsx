import type { PageProps } from '@/app/_pages/page-props';
import { failed } from '@/app/_pages/refused';
import { trendingPage } from '@/app/_pages/trending-page';
import { guarded } from '@/lib/next/guarded';

export default async function Page({ searchParams }: PageProps) {
  const query = await searchParams;
  return guarded(() => trendingPage(query), failed);
}
