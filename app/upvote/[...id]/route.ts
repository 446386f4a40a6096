import { answerVoteForm } from '@/lib/next/votes/vote-form';

type Context = { params: Promise<{ id: string[] }> };

/** `POST /papers/{id}/upvote`, by a rewrite: a route below a page of `[...id]` cannot be. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerVoteForm(request, (await params).id.join('/'));
}
