import { commentCall } from '@/lib/next/comment-api';

type Context = { params: Promise<{ id: string[]; comment: string }> };

/** Answers a comment on a paper. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id, comment } = await params;
  return commentCall(request, { paperId: id.join('/'), parentId: comment });
}
