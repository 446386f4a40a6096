import createClient from 'openapi-fetch';
import { commentCall } from '@/lib/next/comment-api';
import * as hub from '@/lib/next/hub-api';
import { answerSaveCall } from '@/lib/next/library/save-call';
import { indexCall, submitCall } from '@/lib/next/submit-api';
import { answerVoteCall } from '@/lib/next/votes/vote-api';
import { asDocumented } from './api-document';
import type { paths } from './generated/api';

const ORIGIN = 'https://papers.example';

const REPLY = /^(.+)\/comment\/([^/]+)\/reply$/;

/** The handler behind an address, as the routes have it. */
export async function routed(request: Request): Promise<Response> {
  const path = decodeURIComponent(new URL(request.url).pathname).replace(/^\/api\//, '');
  const id = path.replace(/^papers\//, '');
  if (request.method === 'GET') {
    if (path === 'daily_papers') return hub.dailyPapers(request);
    if (path === 'papers') return hub.newestPapers(request);
    if (path === 'papers/search') return hub.searchPapers(request);
    if (path === 'agent-harnesses') return hub.agentHarnesses(request);
    return hub.onePaper(request, id);
  }
  if (path === 'papers/submit') return submitCall(request);
  if (path === 'papers/index') return indexCall(request);
  const [, paperId = '', parentId = null] = REPLY.exec(id) ?? [];
  if (parentId !== null) return commentCall(request, { paperId, parentId });
  if (id.endsWith('/comment')) return commentCall(request, { paperId: id.replace(/\/comment$/, ''), parentId: null });
  if (id.endsWith('/save')) return answerSaveCall(request, id.replace(/\/save$/, ''), request.method === 'POST');
  return answerVoteCall(request, id.replace(/\/upvote$/, ''), request.method === 'POST' ? 'set' : 'withdraw');
}

/** The typed client, generated from the OpenAPI document, in front of the real handlers; every answer is held against the document. */
export const apiClient = (token?: string) =>
  createClient<paths>({
    baseUrl: ORIGIN,
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    fetch: async (request) => asDocumented(request, await routed(request.clone())),
  });
