import { paperPage } from '@/app/_pages/paper-page';
import { failed } from '@/app/_pages/refused';
import { guarded } from '@/lib/next/guarded';
import type { Query } from '@/lib/next/query';

type Props = { params: Promise<{ id: string[] }>; searchParams: Query };

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  return guarded(() => paperPage(id.map(decodeURIComponent), searchParams), failed);
}
