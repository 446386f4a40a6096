import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { readRequestBody } from '@modelcontextprotocol/sdk/server/requestBody.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { showsBearer } from '@/lib/auth/api-token';
import { viewerOf } from '@/lib/auth/viewer';
import { guardOrigin } from '@/lib/next/guard-origin';
import { plainRefusal } from '@/lib/next/plain-refusal';
import { site } from '@/lib/next/site';
import { addReadingTools } from './reading-tools';
import { addWritingTools } from './writing-tools';

const INSTRUCTIONS =
  'A daily paper of research papers. Search with search_papers; read a paper with get_paper. Papers are named by arXiv ids.';
const LARGEST_BODY = 1_048_576;

/**
 * `POST /mcp`: the Model Context Protocol over streamable HTTP (https://modelcontextprotocol.io/specification, "Transports").
 * Each request stands alone, so any process may answer it. A cookie says nothing here: only a token acts for somebody.
 */
export async function answerMcp(request: Request): Promise<Response> {
  // Another site's page may not use a reader's browser to get here, nor a name that was rebound to this machine.
  const origin = request.headers.get('origin');
  if (origin !== null && guardOrigin(new Request(request.url, { headers: { origin } })))
    return plainRefusal(403, 'This call came from another site’s page.');
  const bearer = showsBearer(request.headers);
  const viewer = bearer ? await viewerOf(request) : null;
  if (bearer && !viewer) return plainRefusal(401, 'This token does not hold. Make one in your settings.');
  const read = await readRequestBody(request, LARGEST_BODY);
  if (read.tooLarge) return plainRefusal(413, 'The request’s body is larger than 1 MiB.');
  // A batch would be a hundred searches that the limit on calls counts as one. The protocol gave batches up in 2025-06-18.
  if (read.text.trimStart().startsWith('[')) return plainRefusal(400, 'Send one message in each request.');
  const { name, baseUrl } = site();
  const server = new McpServer(
    { name: 'broadsheet', title: name, version: '1', websiteUrl: baseUrl },
    { instructions: INSTRUCTIONS },
  );
  addReadingTools(server);
  addWritingTools(server, viewer);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  const response = await transport.handleRequest(
    new Request(request.url, { method: 'POST', headers: request.headers, body: read.text }),
  );
  response.headers.set('cache-control', 'no-store');
  return response;
}

/** There are no streams to open and no sessions to end. */
export const noStream = (): Response =>
  new Response('Send JSON-RPC with POST.\n', {
    status: 405,
    headers: { allow: 'POST', 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
