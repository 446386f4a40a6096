import { avatarSvg } from '@/src/accounts';

type Context = { params: Promise<{ file: string }> };

const DAY_S = 86_400;

/** The picture of a handle, `/avatars/{handle}.svg`. It is drawn from the name alone, whether or not anybody has it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const [, handle] = /^([a-z0-9-]{1,30})\.svg$/.exec((await params).file) ?? [];
  if (handle === undefined) return new Response('There is no such picture.\n', { status: 404 });
  return new Response(avatarSvg(handle), {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': `public, max-age=${DAY_S}, immutable` },
  });
}
