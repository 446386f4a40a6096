import { answerSaveCall } from '@/lib/next/library/save-call';

type Context = { params: Promise<{ id: string[] }> };

const idOf = async ({ params }: Context): Promise<string> => (await params).id.join('/');

/** `/api/papers/{id}/save`, by a rewrite. */
export async function POST(request: Request, context: Context): Promise<Response> {
  return answerSaveCall(request, await idOf(context), true);
}

export async function DELETE(request: Request, context: Context): Promise<Response> {
  return answerSaveCall(request, await idOf(context), false);
}
