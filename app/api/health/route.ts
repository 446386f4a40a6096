import { services } from '@/lib/services';

export const dynamic = 'force-dynamic';

/** For monitors and load balancers: 200 when pages can be served, 503 when not, and why. */
export async function GET(): Promise<Response> {
  const health = await services().health.readHealth();
  const status = health.status === 'ok' ? 200 : 503;
  return Response.json(health, { status, headers: { 'cache-control': 'no-store' } });
}
