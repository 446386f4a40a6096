import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import { setEnv } from '@/lib/env';
import type { Scope } from '@/src/accounts';
import { aPaper, storePapers } from '@/tests/factories/paper';
import { testDatabase } from '@/tests/setup/test-database';
import { addPerson } from '@/tests/votes/people';
import { addToken } from '@/tests/votes/session';
import { apiClient } from './api-client';
import { DOCUMENT, faults, operations } from './api-document';

const { sql, url } = await testDatabase();
const tokenOf = async (scopes: Scope[]): Promise<string> => addToken(sql, (await addPerson(sql)).id, scopes);
setEnv({ DATABASE_URL: url, BASE_URL: 'https://papers.example', SEARCH_BACKEND: 'postgres' });

test('the document is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(DOCUMENT));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test('every example is what its schema says, and every answer with a body has one or is a refusal', () => {
  let examples = 0;
  for (const { method, path, operation } of operations()) {
    const contents = [operation.requestBody, ...Object.values(operation.responses)].flatMap(
      (one) => one?.content?.['application/json'] ?? [],
    );
    for (const { schema, example } of contents) {
      if (example === undefined) continue;
      examples += 1;
      expect(faults(schema, example), `${method} ${path}`).toEqual([]);
    }
    for (const { name, schema, example } of operation.parameters)
      if (example !== undefined) expect(faults(schema, example), name).toEqual([]);
  }
  expect(examples).toBeGreaterThan(25);
});

test('what an example may not be is found', () => {
  const schema = { $ref: '#/components/schemas/Failure' };
  expect(faults(schema, { error: 'No.' })).toEqual([]);
  expect(faults(schema, { error: 'No.', code: 1 })).not.toEqual([]);
  expect(faults(schema, { error: null })).not.toEqual([]);
});

describe('the generated client, in front of the handlers', () => {
  let token = '';
  beforeAll(async () => {
    await storePapers(sql, [aPaper({ id: '2601.00001', title: 'Sparse attention' })]);
    token = await tokenOf(['read', 'write']);
  });

  const path = { id: '2601.00001' };

  test('reads', async () => {
    const api = apiClient();
    expect((await api.GET('/api/papers')).data?.[0]?.title).toBe('Sparse attention');
    expect((await api.GET('/api/papers/{id}', { params: { path } })).data?.numComments).toBe(0);
    const found = await api.GET('/api/papers/search', { params: { query: { q: 'attention' } } });
    expect(found.data?.[0]?.highlightedTitle.at(-1)).toEqual({ type: 'highlight', text: 'attention' });
    expect((await api.GET('/api/daily_papers', { params: { query: { limit: 101 } } })).error?.error).toMatch(/^limit/);
    expect((await api.GET('/api/agent-harnesses')).data).toEqual({ standardEnvVars: [], harnesses: {} });
  });

  test('votes, comments and replies with a token', async () => {
    const api = apiClient(token);
    expect((await api.POST('/api/papers/{id}/upvote', { params: { path } })).data?.upvoted).toBe(true);
    expect((await api.DELETE('/api/papers/{id}/upvote', { params: { path } })).data?.upvoted).toBe(false);
    expect((await api.POST('/api/papers/{id}/save', { params: { path } })).data).toEqual({ saved: true });
    expect((await api.DELETE('/api/papers/{id}/save', { params: { path } })).data).toEqual({ saved: false });
    const said = await api.POST('/api/papers/{id}/comment', { params: { path }, body: { comment: 'Well *said*.' } });
    const message = said.data?.newMessage;
    expect(message?.data.latest.html).toContain('<em>said</em>');
    const replied = await api.POST('/api/papers/{id}/comment/{commentId}/reply', {
      params: { path: { ...path, commentId: message?.id ?? '' } },
      body: { comment: 'Thank you.' },
    });
    expect(replied.data?.newMessage.data.parentCommentId).toBe(message?.id);
    const read = await api.GET('/api/papers/{id}', { params: { path, query: { field: 'comments' } } });
    expect(read.data?.comments?.map(({ data }) => data.latest.raw)).toContain('Well *said*.');
  });

  test('is refused without a token, with one that only reads, and with what cannot be used', async () => {
    const body = { comment: 'Hello.' };
    const statusOf = async (call: Promise<{ response: Response }>) => (await call).response.status;
    expect(await statusOf(apiClient().POST('/api/papers/{id}/comment', { params: { path }, body }))).toBe(401);
    expect(await statusOf(apiClient().POST('/api/papers/submit', { body: { paperId: '2601.00001' } }))).toBe(401);
    const reader = apiClient(await tokenOf(['read']));
    expect(await statusOf(reader.POST('/api/papers/{id}/upvote', { params: { path } }))).toBe(403);
    expect(await statusOf(reader.POST('/api/papers/index', { body: { arxivId: '2601.00001' } }))).toBe(403);
    const writer = apiClient(token);
    expect(await statusOf(writer.POST('/api/papers/index', { body: { arxivId: 'nonsense' } }))).toBe(400);
    expect(await statusOf(writer.POST('/api/papers/{id}/comment', { params: { path }, body: { comment: '' } }))).toBe(
      400,
    );
    const missing = { params: { path: { id: '2601.09999' } } };
    expect(await statusOf(writer.POST('/api/papers/{id}/upvote', missing))).toBe(404);
    expect(await statusOf(writer.POST('/api/papers/{id}/comment', { ...missing, body }))).toBe(404);
  });
});
