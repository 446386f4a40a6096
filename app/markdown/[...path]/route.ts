import { answerMarkdown } from '@/lib/next/plain-pages';

type Context = { params: Promise<{ path: string[] }> };

/** A page's path with `.md`, by a rewrite. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const path = [...(await params).path];
  const last = path.pop() ?? '';
  return answerMarkdown([...path, last.replace(/\.md$/, '')], new URL(request.url).searchParams);
}
