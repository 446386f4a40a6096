import { answerVoteCall } from '@/lib/next/votes/vote-api';

type Context = { params: Promise<{ id: string[] }> };

/** `/api/papers/{id}/upvote`, by a rewrite: old ids hold a slash. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerVoteCall(request, (await params).id.join('/'), 'set');
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return answerVoteCall(request, (await params).id.join('/'), 'withdraw');
}
