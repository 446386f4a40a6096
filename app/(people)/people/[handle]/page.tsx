import { profilePage } from '@/app/_pages/profile-page';
import { failed } from '@/app/_pages/refused';
import { guarded } from '@/lib/next/guarded';
import type { Query } from '@/lib/next/query';

type Props = { params: Promise<{ handle: string }>; searchParams: Query };

export default async function Page({ params, searchParams }: Props) {
  const { handle } = await params;
  return guarded(() => profilePage(handle, searchParams), failed);
}
