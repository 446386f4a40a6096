import { onePaper, preflight } from '@/lib/next/hub-api';

type Context = { params: Promise<{ id: string[] }> };

/** Old ids hold a slash. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return onePaper(request, (await params).id.join('/'));
}

export const OPTIONS = preflight;
