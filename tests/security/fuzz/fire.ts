import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Malformed } from './malformed';

export type Fired = { status: number; fault: string | undefined };

/** A request that takes as long hangs, as far as a reader can tell. */
const LONGEST_MS = 60_000;
const TRACE =
  /\n\s+at (?:async )?[\w.<>[\] ]*\(?(?:file:|node:|\/|webpack)|node_modules\/|\bPostgresError\b|ECONNREFUSED/;

/** What a call that needs arXiv says while it cannot be reached; any other 503 is a fault. */
const OUTAGE = /^\{"error":"arXiv does not answer at the moment\./;

export const keepAlive = (sockets: number): Agent => new Agent({ keepAlive: true, maxSockets: sockets });

/**
 * Sends one request, and tells what is wrong with the answer: a 5xx, a stack trace, a way off the site, or none at all. A
 * machine with too much to do may put somebody off; whoever is told so comes again, and has to be served then.
 */
export async function fire(agent: Agent, base: URL, sent: Malformed): Promise<Fired> {
  for (let again = 0; ; again++) {
    const fired = await fireOnce(agent, base, sent);
    if (fired.status !== 503 || again === 4) return fired;
    await sleep(2_000);
  }
}

function fireOnce(agent: Agent, base: URL, sent: Malformed): Promise<Fired> {
  return new Promise((resolve) => {
    const ended = (status: number, fault?: string): void => resolve({ status, fault });
    const { method, path, headers, body } = sent;
    let call: ReturnType<typeof request>;
    try {
      call = request({ agent, host: base.hostname, port: base.port, method, path, headers: clean(headers) });
    } catch (error) {
      // The client itself refuses to send it.
      return ended(0, (error as NodeJS.ErrnoException).code?.startsWith('ERR_') ? undefined : String(error));
    }
    const timer = setTimeout(() => {
      ended(0, `no answer within ${LONGEST_MS / 1_000} s`);
      call.destroy();
    }, LONGEST_MS);
    call.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', (error) => ended(response.statusCode ?? 0, `the answer broke off: ${error.message}`));
      response.on('end', () => {
        clearTimeout(timer);
        const { statusCode = 0 } = response;
        const text = Buffer.concat(parts).toString('latin1');
        // Some of what is made up is a paper's id after all, and the tests reach no arXiv.
        if (statusCode === 503 && OUTAGE.test(text)) return ended(404);
        if (statusCode >= 500) return ended(statusCode, `answered ${statusCode}: ${text.slice(0, 200)}`);
        const { location } = response.headers;
        if (leaves(location, base)) return ended(statusCode, `leads away, to ${location}`);
        ended(statusCode, TRACE.test(text) ? `tells of its inside: ${TRACE.exec(text)?.[0]}` : undefined);
      });
    });
    call.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      // A server may hang up on what it will not read to the end.
      ended(0, /ECONNRESET|EPIPE|HPE_/.test(`${error.code}`) ? undefined : `no answer: ${error.message}`);
    });
    call.end(body);
  });
}

/** Whether a browser would leave the site. */
function leaves(location: string | undefined, base: URL): boolean {
  if (location === undefined) return false;
  return !URL.canParse(location, base) || new URL(location, base).origin !== base.origin;
}

const clean = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace(/[^\t\u0020-\u007e\u0080-\u00ff]/g, '')]),
  );

/** Sends bytes on a socket of their own; the text that came back before it was closed, or before two seconds were over. */
export function fireRaw(base: URL, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(base.port), base.hostname);
    let text = '';
    const end = (): void => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(2_000, end);
    socket.on('data', (part) => {
      text += part.toString('latin1');
    });
    socket.on('error', end);
    socket.on('close', end);
    socket.write(Buffer.from(bytes, 'latin1'));
  });
}
