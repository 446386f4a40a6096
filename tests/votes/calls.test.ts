import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PaperId } from '@/src/papers';
import { addToken } from './session';
import { startTwoProcesses, type TwoProcesses } from './two-processes';
import { addVoter, call, type Voter } from './voter';

let world: TwoProcesses;
let ada: Voter;
let ben: Voter;
let paperId: PaperId;
let url: string;
beforeAll(async () => {
  world = await startTwoProcesses({ alone: true });
  url = world.servers[0].url;
}, 400_000);
afterAll(() => world?.stop(), 60_000);
beforeEach(async () => {
  ada = await addVoter(world);
  ben = await addVoter(world);
  [paperId] = (await world.addPapers(1)) as [PaperId];
});

const votesOf = async (paper: string): Promise<string[]> =>
  (await world.sql<{ id: string }[]>`SELECT user_id AS id FROM votes WHERE paper_id = ${paper}`).map(({ id }) => id);
const form = (headers: Record<string, string>, body = 'vote=set', path = `/papers/${paperId}/upvote`) =>
  call(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });

describe('the call', () => {
  test('answers in the shape of the Hub-compatible API', async () => {
    expect((await ada.vote(paperId, true)).body).toEqual({ upvotes: 1, upvoted: true, counted: true });
    expect((await ada.vote(paperId, true)).body).toEqual({ upvotes: 1, upvoted: true, counted: true });
    expect((await ada.vote(paperId, false)).body).toEqual({ upvotes: 0, upvoted: false, counted: false });
  });

  test('takes old ids and versions', async () => {
    await world.sql`UPDATE papers SET id = 'hep-th/9901001' WHERE id = ${paperId}`;
    expect((await ada.vote('hep-th/9901001v2', true)).status).toBe(200);
    expect(await votesOf('hep-th/9901001')).toEqual([ada.id]);
    await world.sql`DELETE FROM papers WHERE id = 'hep-th/9901001'`;
  });

  test('leaves the vote of somebody else alone, whatever it is told', async () => {
    await ada.vote(paperId, true);
    const headers = { cookie: ben.cookie, origin: url, 'content-type': 'application/json' };
    const body = JSON.stringify({ userId: ada.id, user_id: ada.id, viewer: { id: ada.id } });
    const path = `${url}/api/papers/${paperId}/upvote?userId=${ada.id}&user_id=${ada.id}`;
    expect((await call(path, { method: 'DELETE', headers, body })).body).toMatchObject({ upvotes: 1, upvoted: false });
    await form({ cookie: ben.cookie, origin: url }, `vote=withdraw&userId=${ada.id}`);
    expect(await votesOf(paperId)).toEqual([ada.id]);
  });

  test.each(['https://evil.example', 'null', undefined])('is refused from the origin %s', async (origin) => {
    const headers = { cookie: ada.cookie, ...(origin === undefined ? {} : { origin }) };
    for (const method of ['POST', 'DELETE']) {
      const said = await call(`${url}/api/papers/${paperId}/upvote`, { method, headers });
      expect(said).toMatchObject({ status: 403, body: { error: expect.any(String) } });
    }
    expect((await form(headers)).status).toBe(403);
    expect(await votesOf(paperId)).toEqual([]);
  });

  test('with a bearer token needs its scope, and does not look at cookies', async () => {
    const [read, write] = [await addToken(world.sql, ada.id, ['read']), await addToken(world.sql, ada.id, ['write'])];
    const path = `${url}/api/papers/${paperId}/upvote`;
    const as = (token: string, more = {}) =>
      call(path, { method: 'POST', headers: { authorization: `Bearer ${token}`, ...more } });
    expect(await as(read)).toMatchObject({ status: 403, body: { error: expect.stringContaining('write') } });
    expect((await as('bs_wrong', { cookie: ben.cookie, origin: url })).status).toBe(401);
    expect(await votesOf(paperId)).toEqual([]);
    expect((await as(write, { cookie: ben.cookie })).status).toBe(200);
    expect(await votesOf(paperId)).toEqual([ada.id]);
  });

  test('without anybody signed in is 401', async () => {
    const said = await call(`${url}/api/papers/${paperId}/upvote`, { method: 'POST', headers: { origin: url } });
    expect(said).toMatchObject({ status: 401, body: { error: 'Sign in to vote.' } });
  });

  test('by a suspended person is 401', async () => {
    await world.sql`UPDATE users SET suspended_at = now() WHERE id = ${ada.id}`;
    expect((await ada.vote(paperId, true)).status).toBe(401);
    expect(await votesOf(paperId)).toEqual([]);
  });

  test('for a withdrawn paper is 409, for an unknown one 404', async () => {
    await world.sql`UPDATE papers SET withdrawn = true WHERE id = ${paperId}`;
    expect((await ada.vote(paperId, true)).status).toBe(409);
    expect(await ada.vote('2601.98765', true)).toMatchObject({ status: 404, body: { error: 'Paper not found' } });
  });

  test('for an own paper is kept, not counted, and says so', async () => {
    await world.sql`INSERT INTO author_claims (user_id, paper_id, status) VALUES (${ada.id}, ${paperId}, 'approved')`;
    const { body } = await ada.vote(paperId, true);
    expect(body).toMatchObject({ upvotes: 0, upvoted: true, counted: false });
    expect(body['note']).toMatch(/author of this paper/);
  });

  test.each([
    '2601.00001%00',
    '..%2f..%2fetc%2fpasswd',
    '2601.00001%0d%0aset-cookie:a=b',
    '%F0%9F%93%84',
    `9${'9'.repeat(900)}`,
    "2601.00001';drop table votes--",
    '%ff%fe',
    'a/b/c/d/e/f',
  ])('with the malformed id %j is a refusal, never a fault', async (id) => {
    for (const method of ['POST', 'DELETE', 'PUT']) {
      const said = await call(`${url}/api/papers/${id}/upvote`, {
        method,
        headers: { cookie: ada.cookie, origin: url },
      });
      expect([400, 403, 404, 405, 414]).toContain(said.status);
    }
    const path = `/papers/${id}/upvote`;
    expect([400, 404, 405, 414]).toContain((await form({ cookie: ada.cookie, origin: url }, 'vote=set', path)).status);
  });

  test('with too large a body is refused', async () => {
    const body = `vote=set&x=${'x'.repeat(2_000_000)}`;
    expect((await form({ cookie: ada.cookie, origin: url }, body)).status).toBe(413);
    expect(await votesOf(paperId)).toEqual([]);
  });

  test('too often within a minute is 429 and says when to come back', async () => {
    const answers = await Promise.all(Array.from({ length: 160 }, (_, n) => ada.vote(paperId, n % 2 === 0)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(20);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ben.vote(paperId, true)).status).toBe(200);
  });
});

describe('the form', () => {
  const place = ({ headers }: { headers: Headers }) => headers.get('location');

  test('leads back to where the button was', async () => {
    const referer = `${url}/papers/date/2026-01-06?show=picks`;
    const said = await form({ cookie: ada.cookie, origin: url, referer });
    expect([said.status, place(said)]).toEqual([303, `/papers/date/2026-01-06?show=picks#voted-${paperId}`]);
    expect(await votesOf(paperId)).toEqual([ada.id]);
  });

  test('sent twice takes nothing back, and offers to', async () => {
    await form({ cookie: ada.cookie, origin: url });
    const again = await form({ cookie: ada.cookie, origin: url });
    expect([again.status, place(again)]).toEqual([303, `/vote/${paperId}?back=%2Fpapers%2F${paperId}`]);
    expect(await votesOf(paperId)).toEqual([ada.id]);
    const page = await call(`${url}/vote/${paperId}`, { headers: { cookie: ada.cookie } });
    expect(page.body['text']).toContain('Withdraw my upvote');
    const withdrawn = await form({ cookie: ada.cookie, origin: url }, 'vote=withdraw');
    expect([withdrawn.status, place(withdrawn)]).toEqual([303, `/papers/${paperId}`]);
    expect(await votesOf(paperId)).toEqual([]);
  });

  test('leads nowhere else, whatever it names', async () => {
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example', '/%0d%0aSet-Cookie:a=b']) {
      const { body, headers, status } = await form(
        { cookie: ada.cookie, origin: url },
        `vote=set&back=${encodeURIComponent(back)}`,
      );
      expect(status, JSON.stringify(body)).toBe(303);
      const to = new URL(headers.get('location') ?? '', url);
      expect(to.origin).toBe(url);
      await ada.vote(paperId, false);
    }
    const evil = await form({ cookie: ada.cookie, origin: url, referer: 'https://evil.example//evil.example/x' });
    expect(place(evil)).toBe(`/papers/${paperId}#voted-${paperId}`);
  });

  test.each([
    ['JSON', { 'content-type': 'application/json' }, '{"vote":"set"}', 415],
    ['no type', { 'content-type': '' }, 'vote=set', 415],
    ['another deed', {}, 'vote=toggle', 400],
  ] as const)('as %s is refused', async (_, headers, body, status) => {
    expect((await form({ cookie: ada.cookie, origin: url, ...headers }, body)).status).toBe(status);
    expect(await votesOf(paperId)).toEqual([]);
  });

  test('signed out leads to signing in, and remembers what was meant', async () => {
    const said = await form({ origin: url, referer: `${url}/papers?page=2` });
    const next = `/vote/${paperId}?back=${encodeURIComponent('/papers?page=2')}`;
    expect([said.status, place(said)]).toEqual([303, `/sign-in?next=${encodeURIComponent(next)}`]);
    expect(said.headers.get('set-cookie')).toMatch(
      /^broadsheet\.meant_vote=[\w.-]+; Path=\/; Max-Age=1200; HttpOnly; SameSite=Lax$/,
    );
    expect(await votesOf(paperId)).toEqual([]);
  });
});

describe('what was meant before signing in', () => {
  const meant = async (): Promise<string> =>
    (await form({ origin: url })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = async (cookie: string) =>
    String((await call(`${url}/vote/${paperId}`, { headers: { cookie } })).body['text']);

  test('sends itself only with our signature, and opening the page changes nothing', async () => {
    const kept = await meant();
    expect(await page(`${ada.cookie}; ${kept}`)).toContain('data-meant-vote');
    expect(await page(ada.cookie)).not.toContain('data-meant-vote');
    const forged = `broadsheet.meant_vote=${Buffer.from(
      JSON.stringify({ paperId, back: '/', until: Date.now() + 60_000 }),
    ).toString('base64url')}.${'A'.repeat(43)}`;
    expect(await page(`${ada.cookie}; ${forged}`)).not.toContain('data-meant-vote');
    expect(await votesOf(paperId)).toEqual([]);
  });

  test('is of one paper only', async () => {
    const kept = await meant();
    const [other] = await world.addPapers(1);
    const text = String(
      (await call(`${url}/vote/${other}`, { headers: { cookie: `${ada.cookie}; ${kept}` } })).body['text'],
    );
    expect(text).toContain('Upvote this paper?');
    expect(text).not.toContain('data-meant-vote');
  });
});

describe('the viewer’s own votes', () => {
  const read = (ids: string, headers: Record<string, string>) =>
    call(`${url}/api/viewer/papers?ids=${ids}`, { headers });

  test('are his alone, and nothing keeps the answer', async () => {
    await ada.vote(paperId, true);
    const said = await read(`${paperId},2601.98765`, { cookie: ada.cookie });
    expect(said.body).toEqual({
      signedIn: true,
      saved: [],
      papers: { [paperId]: { upvoted: true, counted: true, upvotes: 1 } },
    });
    expect(said.headers.get('cache-control')).toBe('private, no-store');
    expect(said.headers.get('access-control-allow-origin')).toBeNull();
    expect((await read(paperId, { cookie: ben.cookie })).body).toEqual({ signedIn: true, saved: [], papers: {} });
  });

  test('are none while signed out', async () => {
    expect(await read(paperId, {})).toMatchObject({ status: 200, body: { signedIn: false, papers: {} } });
    expect((await read(paperId, { authorization: 'Bearer nonsense' })).status).toBe(401);
  });

  test('can be read with a token of that scope', async () => {
    const token = await addToken(world.sql, ada.id, ['write']);
    expect((await read(paperId, { authorization: `Bearer ${token}` })).status).toBe(403);
  });

  test('are asked for at most two hundred papers', async () => {
    const many = Array.from({ length: 201 }, (_, n) => `2601.${String(10_000 + n)}`).join(',');
    expect((await read(many, { cookie: ada.cookie })).status).toBe(400);
    expect((await read('x,y', { cookie: ada.cookie })).status).toBe(400);
  });
});
