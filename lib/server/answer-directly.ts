import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { contentSecurityPolicy } from '../next/security-headers';
import type { CommonHeaders } from './send';

type Call = {
  answer: (request: Request) => Promise<Response>;
  common: CommonHeaders;
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: Buffer;
};

const POLICY = contentSecurityPolicy();

/** Answers a small request through one of the direct routes, with the headers that every answer of ours has. */
export async function answerDirectly(
  response: ServerResponse,
  { answer, common, method, url, headers, body }: Call,
): Promise<void> {
  const entries = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value] as [string, string]],
  );
  const given = await answer(
    new Request(url, { method, headers: entries, ...(body.length > 0 && { body: new Uint8Array(body) }) }),
  );
  const bytes = Buffer.from(await given.arrayBuffer());
  const head = [...given.headers].flatMap(([name, value]) => (name === 'set-cookie' ? [] : [name, value]));
  response.writeHead(given.status, [
    ...head,
    ...given.headers.getSetCookie().flatMap((cookie) => ['Set-Cookie', cookie]),
    ...['Content-Length', String(bytes.length), 'Content-Security-Policy', POLICY],
    ...common,
  ]);
  response.end(bytes);
}
