import { answerOwnExport } from '@/lib/next/library/export';

type Context = { params: Promise<{ format: string }> };

/** One's own saved papers for a reference manager, or as JSON with what an import could not match. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerOwnExport(request, (await params).format);
}
