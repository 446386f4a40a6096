import { addPerson } from './people';
import { cookieHeader, openSession } from './session';
import type { TwoProcesses } from './two-processes';
import { SECRET } from './two-processes';

export type Said = { status: number; body: Record<string, unknown>; headers: Headers };

/** A signed-in person who votes over HTTP, at whichever process is named. */
export type Voter = {
  id: string;
  handle: string;
  cookie: string;
  vote(paperId: string, wanted: boolean, at?: 0 | 1): Promise<Said>;
};

export async function addVoter({ sql, servers }: TwoProcesses): Promise<Voter> {
  const { id, handle } = await addPerson(sql);
  // Loopback addresses share their cookies' names, so one session serves both processes.
  const cookie = cookieHeader(await openSession(sql, id, { url: servers[0].url, secret: SECRET }));
  const vote: Voter['vote'] = (paperId, wanted, at = 0) => {
    const { url } = servers[at];
    return call(`${url}/api/papers/${paperId}/upvote`, {
      method: wanted ? 'POST' : 'DELETE',
      headers: { cookie, origin: url },
    });
  };
  return { id, handle, cookie, vote };
}

/** One request, its answer read as JSON where it is JSON. */
export async function call(url: string, init: RequestInit = {}): Promise<Said> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return { status: response.status, body: isJson ? JSON.parse(text) : { text }, headers: response.headers };
}
