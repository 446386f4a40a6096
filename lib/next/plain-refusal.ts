/** A sentence as the whole answer of an address that programs read. */
export const plainRefusal = (status: number, sentence: string, retryAfter?: number): Response =>
  new Response(`${sentence}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    },
  });
