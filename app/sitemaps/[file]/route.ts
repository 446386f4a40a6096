import { answerSitemap } from '@/lib/next/sitemaps';

type Context = { params: Promise<{ file: string }> };

/** The days and the papers of a month. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerSitemap((await params).file);
}
