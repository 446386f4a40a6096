import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NextHandler } from '../server/next-answer';
import { parseTarget } from '../server/request-target';
import { sendSentence } from '../server/send';

/** Requests go straight to Next, which reloads pages as they are edited; `proxy.ts` sets the headers. */
export function developmentListener(handler: NextHandler) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const target = parseTarget(request.url ?? '/');
    if (!target.ok) {
      sendSentence(response, { common: [], status: 400, sentence: target.refusal.message });
      return;
    }
    request.headers['x-client-address'] = request.socket.remoteAddress ?? '';
    handler(request, response).catch(() => response.destroy());
  };
}
