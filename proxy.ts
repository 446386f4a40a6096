import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';
import { env, isDevelopment } from '@/lib/env';
import { isOwnServer } from '@/lib/next/own-server';
import { contentSecurityPolicy, securityHeaders } from '@/lib/next/security-headers';

/**
 * Puts the security headers on pages where Next runs without our server (`next start`, `next dev`, a serverless host):
 * the same ones, with a nonce for each request in place of our server's hashes. It has no part in authentication.
 */
export function proxy(request: NextRequest): NextResponse {
  if (isOwnServer()) return NextResponse.next();
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64url');
  const policy = contentSecurityPolicy({
    scripts: [`'nonce-${nonce}'`],
    development: isDevelopment(),
  });
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.delete('x-client-address');
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of securityHeaders({ https: env().BASE_URL?.startsWith('https:') ?? false })) {
    response.headers.set(name, value);
  }
  return response;
}
