import { answerSaveForm } from '@/lib/next/library/save-form';

type Context = { params: Promise<{ id: string[] }> };

/** `POST /papers/{id}/save`, by a rewrite. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerSaveForm(request, (await params).id.join('/'));
}
