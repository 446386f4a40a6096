import { answerFeed } from '@/lib/next/syndication';

type Context = { params: Promise<{ format: string; list: string[] }> };

/** Any list's page as a feed. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { format, list } = await params;
  return answerFeed(request, format, list);
}
