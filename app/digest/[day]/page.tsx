import { editionPage } from '@/app/_pages/edition-page';
import type { PageProps } from '@/app/_pages/page-props';
import { failed } from '@/app/_pages/refused';
import { guarded } from '@/lib/next/guarded';

export default async function Page({ params }: PageProps<'day'>) {
  const { day } = await params;
  return guarded(() => editionPage('daily', day), failed);
}
