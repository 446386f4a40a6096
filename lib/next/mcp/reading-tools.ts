import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { listPapers } from '@/lib/next/list-papers';
import { site } from '@/lib/next/site';
import { services } from '@/lib/services';
import { parsePeriod, readLatestDay, readPaper } from '@/src/feed';
import { paperMarkdown, parsePaperId } from '@/src/papers';
import { isBlank, parseQuery, SearchTooBroad, searchPath } from '@/src/search';
import { addDays, dayPath, paperPath, TRENDING_PATH, type UtcDay, utcDayOf } from '@/src/shared';
import { done, guardedTool, PAPERS, papersAnswer, refused } from './paper-answers';

const id = z
  .string()
  .max(500)
  .describe('An arXiv id such as 2401.01234 or hep-th/9901001, or an address that holds one.');
const limit = z.number().int().min(1).max(50).default(10).describe('The most papers.');
const READING = { readOnlyHint: true, openWorldHint: false } as const;

/** The tools that everybody may use. */
export function addReadingTools(server: McpServer): void {
  server.registerTool(
    'search_papers',
    {
      title: 'Search papers',
      description:
        'Finds papers by words and by meaning, best first. Understands “phrases”, -without, author:, cat:cs.CL, after:2026-01-01, before:, has:code, min:5 (upvotes), sort:new.',
      inputSchema: { query: z.string().min(1).max(250).describe('What to look for.'), limit },
      outputSchema: PAPERS,
      annotations: READING,
    },
    guardedTool(async ({ query, limit: most }) => {
      const { query: read } = parseQuery(query);
      if (isBlank(read)) return refused('This query looks for nothing. Give some words.');
      const found = await listPapers({ kind: 'search', text: query }, most);
      if (!found.ok) return refused(found.refusal.message);
      return papersAnswer(`Papers for “${query}”`, { ids: found.value.ids, page: searchPath(read) });
    }),
  );

  server.registerTool(
    'get_paper',
    {
      title: 'Get a paper',
      description: 'One paper as Markdown: authors, dates, links to PDF and code, upvotes, the whole abstract.',
      inputSchema: { id },
      annotations: READING,
    },
    guardedTool(async ({ id: asked }) => {
      const parsed = parsePaperId(asked);
      if (!parsed.ok) return refused(parsed.refusal.message);
      const paper = await readPaper(services().feed, parsed.value);
      if (!paper.ok || paper.value.hidden) return refused('This paper is not here. Search for it, or submit it.');
      return done(paperMarkdown(paper.value, `${site().baseUrl}${paperPath(parsed.value)}`));
    }),
  );

  server.registerTool(
    'list_day',
    {
      title: 'List a day',
      description: 'The papers of a day, most upvotes first; of the latest day that has papers where no date is given.',
      inputSchema: { date: z.string().optional().describe('YYYY-MM-DD, in UTC.'), limit },
      outputSchema: PAPERS,
      annotations: READING,
    },
    guardedTool(async ({ date, limit: most }) => {
      const latest = date === undefined ? await readLatestDay(services().feed, { now: new Date() }) : date;
      const period = parsePeriod('day', String(latest ?? ''));
      if (!period.ok) return refused(latest ? period.refusal.message : 'There are no papers here yet.');
      if (period.value.key > addDays(utcDayOf(new Date()), 1)) return refused('That day has not come yet.');
      const found = await listPapers({ kind: 'period', period: period.value }, most);
      if (!found.ok) return refused(found.refusal.message);
      const page = dayPath(period.value.key as UtcDay);
      return papersAnswer(`Papers of ${period.value.key}`, { ids: found.value.ids, page });
    }),
  );

  server.registerTool(
    'list_trending',
    {
      title: 'List what is trending',
      description: 'Papers of all days by votes and age: each doubling of votes makes up for two days.',
      inputSchema: { limit },
      outputSchema: PAPERS,
      annotations: READING,
    },
    guardedTool(async ({ limit: most }) => {
      const found = await listPapers({ kind: 'trending' }, most);
      if (!found.ok) return refused(found.refusal.message);
      return papersAnswer('Trending papers', { ids: found.value.ids, page: TRENDING_PATH });
    }),
  );

  server.registerTool(
    'similar_papers',
    {
      title: 'Find similar papers',
      description: 'Papers near a paper in what they are about, nearest first.',
      inputSchema: {
        id,
        limit,
        side: z.enum(['any', 'newer', 'older']).default('any').describe('Only papers published after or before it.'),
      },
      outputSchema: PAPERS,
      annotations: READING,
    },
    guardedTool(async ({ id: asked, limit: most, side }) => {
      const parsed = parsePaperId(asked);
      if (!parsed.ok) return refused(parsed.refusal.message);
      const [known] = await services().feedEntries([parsed.value]);
      if (!known) return refused('This paper is not here. Search for it, or submit it.');
      const near = await services()
        .search.similar(parsed.value, { limit: most, side })
        .catch((error: unknown) => {
          if (error instanceof SearchTooBroad) return undefined;
          throw error;
        });
      if (!near) return refused('The index takes too long just now. Try again in a moment.');
      const ids = near.map((one) => one.id);
      return papersAnswer(`Papers like “${known.title}”`, { ids, page: paperPath(parsed.value) });
    }),
  );
}
