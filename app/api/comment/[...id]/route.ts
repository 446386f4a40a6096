import { commentCall } from '@/lib/next/comment-api';

type Context = { params: Promise<{ id: string[] }> };

/** Comments on a paper. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return commentCall(request, { paperId: id.join('/'), parentId: null });
}
