import { membersDiscussionPage } from '@/app/_pages/discussion/members-page';
import { failed } from '@/app/_pages/refused';
import { guarded } from '@/lib/next/guarded';
import type { Query } from '@/lib/next/query';

type Props = { params: Promise<{ id: string[] }>; searchParams: Query };

/** `/papers/{id}/comments`, by a rewrite. */
export default async function Page({ params, searchParams }: Props) {
  const { id } = await params;
  return guarded(() => membersDiscussionPage(id.map(decodeURIComponent), searchParams), failed);
}
