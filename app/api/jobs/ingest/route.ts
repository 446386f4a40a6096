import { env } from '@/lib/env';
import { isBearer } from '@/lib/next/bearer';
import { services } from '@/lib/services';

export const dynamic = 'force-dynamic';

const DEFAULT_WAIT_S = 25;
const LONGEST_WAIT_S = 900;

/**
 * Does what is due. Answers when it is done, or after 25 s (`?wait=` up to 900) with 202 while the work goes on; a call
 * during a run joins it.
 */
async function handle(request: Request): Promise<Response> {
  const { CRON_SECRET } = env();
  if (CRON_SECRET === undefined) {
    return answer(503, { error: 'CRON_SECRET is not set, so nobody may start jobs here.' });
  }
  if (!isBearer(request.headers.get('authorization'), CRON_SECRET)) {
    return answer(
      401,
      { error: 'Send the header "Authorization: Bearer <CRON_SECRET>".' },
      { 'www-authenticate': 'Bearer' },
    );
  }
  const asked = Number(new URL(request.url).searchParams.get('wait') ?? DEFAULT_WAIT_S);
  const wait = Number.isFinite(asked) ? Math.min(LONGEST_WAIT_S, Math.max(0, asked)) : DEFAULT_WAIT_S;
  const outcome = await services().ingestNow(wait * 1_000);
  switch (outcome.status) {
    case 'running':
      return answer(202, outcome);
    case 'failed':
      return answer(500, outcome);
    case 'busy':
    case 'done':
      return answer(200, outcome);
  }
}

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });

export const GET = handle;
export const POST = handle;
