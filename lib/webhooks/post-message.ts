import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Outcome } from '@/src/webhooks';
import { isCallableHost, PrivateAddress, publicLookup } from './public-address';

const LONGEST_MS = 10_000;
/** Of an answer only its status counts; a little is read, so that the connection ends in order. */
const MOST_BYTES = 16_384;

type Options = { privateAllowed: boolean; lookup?: LookupFunction; limitMs?: number };
type Message = { url: string; headers: Record<string, string>; body: string };

/** Posts a message and tells how it ended. Follows no redirect, and unless the operator allows it calls no private network. Never throws. */
export function postMessage(
  { url, headers, body }: Message,
  { privateAllowed, lookup = publicLookup(), limitMs = LONGEST_MS }: Options,
): Promise<Outcome> {
  const target = new URL(url);
  if (!privateAllowed && !isCallableHost(target.hostname))
    return Promise.resolve({ kind: 'broken', reason: new PrivateAddress().message });
  const send = target.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const ended = (outcome: Outcome): void => {
      clearTimeout(timer);
      resolve(outcome);
      call.destroy();
    };
    const call = send(
      target,
      {
        method: 'POST',
        agent: false,
        ...(!privateAllowed && { lookup }),
        headers: {
          ...headers,
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Broadsheet-Webhooks/1',
        },
      },
      (response) => {
        const outcome: Outcome = { kind: 'answered', status: response.statusCode ?? 0 };
        let bytes = 0;
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > MOST_BYTES) ended(outcome);
        });
        response.on('end', () => ended(outcome));
        response.on('error', () => ended(outcome));
      },
    );
    const timer = setTimeout(
      () => ended({ kind: 'broken', reason: `no answer within ${limitMs / 1_000} seconds` }),
      limitMs,
    );
    call.on('error', (error: NodeJS.ErrnoException) =>
      ended({
        kind: 'broken',
        reason: error instanceof PrivateAddress ? error.message : (error.code ?? 'no connection'),
      }),
    );
    call.end(body);
  });
}
