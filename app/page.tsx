import { guarded } from '@/lib/next/guarded';
import { latestPage } from './_pages/latest-page';
import type { PageProps } from './_pages/page-props';
import { failed } from './_pages/refused';

export default async function Page({ searchParams }: PageProps) {
  const query = await searchParams;
  return guarded(() => latestPage(query), failed);
}
