import { failed } from '@/app/_pages/refused';
import { savedPaperPage } from '@/app/_pages/saved/saved-paper-page';
import { guarded } from '@/lib/next/guarded';
import type { Query } from '@/lib/next/query';

type Props = { params: Promise<{ id: string[] }>; searchParams: Query };

export default async function Page({ params, searchParams }: Props) {
  const asked = (await params).id.map(decodeURIComponent).join('/');
  return guarded(() => savedPaperPage(asked, searchParams), failed);
}
