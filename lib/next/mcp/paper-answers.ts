import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { site } from '@/lib/next/site';
import { services } from '@/lib/services';
import { listMarkdown, type PaperId } from '@/src/papers';
import { paperPath } from '@/src/shared';

export const PAPERS = {
  papers: z.array(
    z.object({
      id: z.string().describe('The arXiv id.'),
      title: z.string(),
      abstract: z.string(),
      authors: z.array(z.string()),
      categories: z.array(z.string()),
      published: z.string().describe('An ISO date.'),
      upvotes: z.number(),
      url: z.string().describe('The page of the paper here, with its discussion.'),
    }),
  ),
};

/** Papers for a model to read, and the same for a program. Hidden papers are left out. */
export async function papersAnswer(
  title: string,
  { ids, page }: { ids: readonly PaperId[]; page: string },
): Promise<CallToolResult> {
  const { baseUrl } = site();
  const items = await services().feedEntries(ids);
  const papers = items.map(({ id, title: name, text, authors, categories, published, votes }) => ({
    id,
    title: name,
    abstract: text,
    authors,
    categories,
    published: published.toISOString().slice(0, 10),
    upvotes: votes,
    url: `${baseUrl}${paperPath(id)}`,
  }));
  const text = listMarkdown({ title, page: `${baseUrl}${page}`, items, origin: baseUrl, whole: true });
  return { content: [{ type: 'text', text }], structuredContent: { papers } };
}

/** A refusal in words, which the model reads and can act on. */
export const refused = (sentence: string): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text: sentence }],
});

/** What was done, in words. */
export const done = (sentence: string): CallToolResult => ({ content: [{ type: 'text', text: sentence }] });

type Tool<Given extends unknown[]> = (...given: Given) => Promise<CallToolResult>;

/** A tool that keeps what broke to the log. The SDK would hand the error's own words, the database's among them, to anybody. */
export const guardedTool =
  <Given extends unknown[]>(tool: Tool<Given>): Tool<Given> =>
  async (...given) => {
    try {
      return await tool(...given);
    } catch (error) {
      console.error('A tool of /mcp failed:', error);
      return refused('Something went wrong here. Try again in a moment.');
    }
  };
