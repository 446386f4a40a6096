import { answerMarkdown } from '@/lib/next/plain-pages';

type Context = { params: Promise<{ id: string[] }> };

/** `/papers/{id}.md`, by a rewrite: old ids hold a slash. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  return answerMarkdown((await params).id.join('/').replace(/\.md$/, ''));
}
