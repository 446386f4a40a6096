import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { env } from '@/lib/env';
import { services } from '@/lib/services';
import type { Viewer } from '@/src/accounts';
import { postComment } from '@/src/comments';
import { savePaper } from '@/src/library';
import { parsePaperId } from '@/src/papers';
import { castVote } from '@/src/votes';
import { done, guardedTool, refused } from './paper-answers';

const id = z.string().max(500).describe('An arXiv id such as 2401.01234 or hep-th/9901001.');
const WRITING = { readOnlyHint: false, destructiveHint: false, openWorldHint: false } as const;
const NO_TOKEN =
  'This needs a token: make one that may write in your settings, and let your client send it as “Authorization: Bearer …”.';

/** The tools that act for whoever's token came along. They are shown to everybody, and say what is missing. */
export function addWritingTools(server: McpServer, viewer: Viewer | null): void {
  server.registerTool(
    'save_paper',
    {
      title: 'Save a paper',
      description: 'Keeps a paper in the reader’s list, or lets it go. Needs a token.',
      inputSchema: { id, saved: z.boolean().default(true).describe('False lets it go.') },
      annotations: { ...WRITING, idempotentHint: true },
    },
    guardedTool(async ({ id: paperId, saved }) => {
      if (!viewer) return refused(NO_TOKEN);
      const kept = await savePaper(services().library, { viewer, input: { paperId, saved }, now: new Date() });
      if (!kept.ok) return refused(kept.refusal.message);
      return done(saved ? `${kept.value.paperId} is saved.` : `${kept.value.paperId} is no longer saved.`);
    }),
  );

  server.registerTool(
    'upvote_paper',
    {
      title: 'Upvote a paper',
      description: 'Sets or withdraws the reader’s upvote. Needs a token.',
      inputSchema: { id, upvoted: z.boolean().default(true).describe('False withdraws it.') },
      annotations: { ...WRITING, idempotentHint: true },
    },
    guardedTool(async ({ id: paperId, upvoted }) => {
      if (!viewer) return refused(NO_TOKEN);
      const { votes, voteLimit } = services();
      const input = { paperId, intent: upvoted ? ('set' as const) : ('withdraw' as const) };
      const cast = await castVote({ viewer, input, now: new Date() }, { votes, limit: voteLimit });
      if (!cast.ok) return refused(cast.refusal.message);
      return done(`${upvoted ? 'Upvoted' : 'Withdrawn'}. ${cast.value.paperId} has ${cast.value.votes} upvotes.`);
    }),
  );

  server.registerTool(
    'comment_on_paper',
    {
      title: 'Comment on a paper',
      description: 'Posts a comment in Markdown under the reader’s name, or replies to one. Needs a token.',
      inputSchema: {
        id,
        comment: z.string().min(1).max(65_536).describe('Markdown, with formulas between dollar signs.'),
        reply_to: z.string().optional().describe('The id of the comment that is replied to.'),
      },
      annotations: WRITING,
    },
    guardedTool(async ({ id: asked, comment, reply_to: parentId = null }) => {
      if (!viewer) return refused(NO_TOKEN);
      const paper = parsePaperId(asked);
      if (!paper.ok) return refused(paper.refusal.message);
      const input = { paperId: paper.value, parentId, body: comment };
      const posted = await postComment(services().comments, { viewer, mode: env().COMMENTS, input, now: new Date() });
      return posted.ok ? done(`Posted as comment ${posted.value.id}.`) : refused(posted.refusal.message);
    }),
  );
}
