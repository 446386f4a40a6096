import { env } from '@/lib/env';
import { readProviderEvents } from '@/lib/mail/events/provider-events';
import { isBearer } from '@/lib/next/bearer';
import { services } from '@/lib/services';
import { takeMailEvents } from '@/src/subscriptions';

const answer = (body: object, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** Takes bounces and complaints from a mail provider that knows the secret, as a bearer token or a password. */
export async function mailEvents(request: Request): Promise<Response> {
  const { MAIL_EVENTS_SECRET } = env();
  if (MAIL_EVENTS_SECRET === undefined) {
    return answer({ error: 'Set MAIL_EVENTS_SECRET to take events here.' }, 404);
  }
  if (!isBearer(asBearer(request.headers.get('authorization')), MAIL_EVENTS_SECRET)) {
    const wanted = 'Send the header "Authorization: Bearer <MAIL_EVENTS_SECRET>", or the secret as a Basic password.';
    return answer({ error: wanted }, 401);
  }
  const events = readProviderEvents(await request.text());
  if (!events) {
    return answer({ error: 'Send JSON such as {"email": "ada@example.org", "type": "hard-bounce"}, or a list.' }, 400);
  }
  return answer(await takeMailEvents(services().subscriptions, events));
}

/** Most providers take only an address; in it a password can stand, which arrives as Basic (RFC 7617). */
function asBearer(header: string | null): string | null {
  const [, basic] = /^basic +([\w+/=-]+)$/i.exec(header?.trim() ?? '') ?? [];
  if (basic === undefined) return header;
  const text = Buffer.from(basic, 'base64').toString('utf8');
  return `Bearer ${text.slice(text.indexOf(':') + 1)}`;
}
