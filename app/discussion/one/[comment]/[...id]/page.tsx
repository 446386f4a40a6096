import { commentPage } from '@/app/_pages/discussion/comment-page';
import { failed } from '@/app/_pages/refused';
import { guarded } from '@/lib/next/guarded';
import type { Query } from '@/lib/next/query';

type Props = { params: Promise<{ id: string[]; comment: string }>; searchParams: Query };

/** `/papers/{id}/comments/{comment}`, by a rewrite. */
export default async function Page({ params, searchParams }: Props) {
  const { id, comment } = await params;
  return guarded(() => commentPage({ segments: id.map(decodeURIComponent), comment }, searchParams), failed);
}
