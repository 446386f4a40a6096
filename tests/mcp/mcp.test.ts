import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setEnv } from '@/lib/env';
import { answerMcp, noStream } from '@/lib/next/mcp/answer-mcp';
import { aListing, storeListings } from '@/tests/factories/listing';
import { aPaper, storePapers } from '@/tests/factories/paper';
import { expectConsole } from '@/tests/setup/quiet-console';
import { testDatabase } from '@/tests/setup/test-database';
import { addPerson } from '@/tests/votes/people';
import { addToken } from '@/tests/votes/session';

const { sql, url } = await testDatabase();
const DAY = '2026-01-06';
let server: Server;
let address = '';
const clients: Client[] = [];

beforeAll(async () => {
  server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = incoming.method === 'POST' ? { body: Buffer.concat(chunks) } : {};
    const request = new Request(address, {
      method: incoming.method ?? 'GET',
      headers: incoming.headers as Record<string, string>,
      ...body,
    });
    const response = incoming.method === 'POST' ? await answerMcp(request) : noStream();
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
  setEnv({ DATABASE_URL: url, BASE_URL: new URL(address).origin, SEARCH_BACKEND: 'postgres' });
  const papers = [
    aPaper({ id: '2601.00001', title: 'Sparse attention', abstract: 'We attend to few tokens.', outside_upvotes: 3 }),
    aPaper({ id: '2601.00002', title: 'Dense attention', abstract: 'We attend to all tokens.', outside_upvotes: 7 }),
    aPaper({ id: 'hep-th/9901001', title: 'Strings' }),
  ];
  await storePapers(sql, papers);
  await storeListings(
    sql,
    papers.map(({ id }) => aListing({ paper_id: id, day: DAY })),
  );
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  server.close();
});

async function connect(token?: string): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  await client.connect(new StreamableHTTPClientTransport(new URL(address), { requestInit: { headers } }) as never);
  clients.push(client);
  return client;
}

type Answer = {
  isError?: boolean;
  content: { text: string }[];
  structuredContent?: { papers: { id: string; upvotes: number }[] };
};
const call = async (client: Client, name: string, given: Record<string, unknown> = {}): Promise<Answer> =>
  (await client.callTool({ name, arguments: given })) as unknown as Answer;
const idsOf = ({ structuredContent }: Answer) => structuredContent?.papers.map(({ id }) => id);

test('the official client finds the tools, and reads days, searches, papers and their kin', async () => {
  const client = await connect();
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual([
    'comment_on_paper',
    'get_paper',
    'list_day',
    'list_trending',
    'save_paper',
    'search_papers',
    'similar_papers',
    'upvote_paper',
  ]);
  expect(idsOf(await call(client, 'list_day', { date: DAY }))).toEqual(['2601.00002', '2601.00001', 'hep-th/9901001']);
  expect(idsOf(await call(client, 'list_day', { limit: 1 }))).toEqual(['2601.00002']);
  expect(idsOf(await call(client, 'list_trending'))?.[0]).toBe('2601.00002');
  const found = await call(client, 'search_papers', { query: 'sparse attention', limit: 5 });
  expect(idsOf(found)?.[0]).toBe('2601.00001');
  expect(found.content[0]?.text).toContain('We attend to few tokens.');
  expect((await call(client, 'get_paper', { id: 'hep-th/9901001v2' })).content[0]?.text).toMatch(/^# Strings\n/);
  expect((await call(client, 'similar_papers', { id: '2601.00001' })).isError).toBeUndefined();
});

test('what cannot be used is refused in words that a model can act on', async () => {
  const client = await connect();
  for (const [name, given, words] of [
    ['get_paper', { id: 'nonsense' }, /arXiv id/],
    ['get_paper', { id: '2601.09999' }, /not here/],
    ['list_day', { date: '2026-13-01' }, /\w/],
    ['list_day', { date: '9999-12-31' }, /not come yet/],
    ['search_papers', { query: ' ' }, /looks for nothing/],
    ['search_papers', { query: 'x', limit: 51 }, /51|50|limit/],
    ['search_papers', {}, /query/],
    ['similar_papers', { id: '2601.09999' }, /not here/],
    ['save_paper', { id: '2601.00001' }, /token/],
  ] as const) {
    const answer = await call(client, name, given);
    expect([answer.isError, answer.content[0]?.text], `${name} ${JSON.stringify(given)}`).toEqual([
      true,
      expect.stringMatching(words),
    ]);
  }
});

test('with a token it saves, upvotes, comments and replies; with one that only reads it does not', async () => {
  const person = await addPerson(sql);
  const writer = await connect(await addToken(sql, person.id, ['read', 'write']));
  expect((await call(writer, 'save_paper', { id: '2601.00001' })).content[0]?.text).toBe('2601.00001 is saved.');
  expect(await sql`SELECT 1 FROM saved_papers WHERE user_id = ${person.id}`).toHaveLength(1);
  expect((await call(writer, 'upvote_paper', { id: '2601.00001' })).content[0]?.text).toContain('has 4 upvotes');
  expect((await call(writer, 'upvote_paper', { id: '2601.00001', upvoted: false })).content[0]?.text).toContain(
    'has 3',
  );
  const said = await call(writer, 'comment_on_paper', { id: '2601.00001', comment: 'Well said.' });
  const [, commentId = ''] = /comment ([0-9a-f]{24})/.exec(said.content[0]?.text ?? '') ?? [];
  const replied = await call(writer, 'comment_on_paper', { id: '2601.00001', comment: 'Yes.', reply_to: commentId });
  expect(replied.isError).toBeUndefined();
  const reader = await connect(await addToken(sql, person.id, ['read']));
  expect(await call(reader, 'upvote_paper', { id: '2601.00001' })).toMatchObject({ isError: true });
});

test('what breaks inside is told to the log and not to the caller', async () => {
  const client = await connect();
  await sql`ALTER TABLE papers RENAME TO papers_away`;
  try {
    expectConsole('error', /A tool of \/mcp failed/);
    const answer = await call(client, 'get_paper', { id: '2601.00001' });
    expect(answer.isError).toBe(true);
    expect(answer.content[0]?.text).toBe('Something went wrong here. Try again in a moment.');
  } finally {
    await sql`ALTER TABLE papers_away RENAME TO papers`;
  }
});

test('another site’s page, a false token, a stream, and what is no JSON-RPC are refused', async () => {
  const post = (headers: Record<string, string>, body = '{}') =>
    fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body,
    });
  expect((await post({ origin: 'https://evil.example' })).status).toBe(403);
  expect((await post({ authorization: 'Bearer bs_false' })).status).toBe(401);
  expect((await fetch(address)).status).toBe(405);
  const listing = '{"jsonrpc":"2.0","id":1,"method":"tools/list"}';
  expect((await post({}, listing)).status).toBe(200);
  expect((await post({}, ` [${listing},${listing}]`)).status).toBe(400);
  expect((await post({}, `{"x":"${'y'.repeat(1_048_576)}"}`)).status).toBe(413);
  for (const body of [
    '',
    '{',
    '[]',
    '7',
    '{"jsonrpc":"2.0"}',
    JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'x'.repeat(10_000) }),
  ]) {
    const { status } = await post({}, body);
    expect([status, status < 500], body.slice(0, 20)).toEqual([status, true]);
  }
});
