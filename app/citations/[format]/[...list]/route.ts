import { answerCitations } from '@/lib/next/citations';

type Context = { params: Promise<{ format: string; list: string[] }> };

/** A paper, or any list, for reference managers. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { format, list } = await params;
  return answerCitations(request, format, list);
}
