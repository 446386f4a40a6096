import { createHash } from 'node:crypto';
import type postgres from 'postgres';
import { z } from 'zod';
import { type AtlasStore, haveDirections, type Layout, type MapPaper } from '@/src/atlas';
import type { PaperId } from '@/src/papers';
import { promise } from './feed/promise';
import { isShown } from './feed/shown';
import { readVectors } from './search/read-vectors';

/** Goes up when the same papers are laid out otherwise. */
const DRAWING = 3;
const NAMED_AUTHORS = 3;

const layout = z.object({
  places: z.array(z.object({ id: z.string(), x: z.number(), y: z.number(), group: z.number().int() })),
  groups: z.array(z.object({ words: z.array(z.string()), x: z.number(), y: z.number() })),
});

const keyOf = (papers: readonly MapPaper[]): string =>
  createHash('sha1')
    .update(
      `${DRAWING} ${haveDirections(papers) ? 'meaning' : 'words'} ${papers
        .map(({ id }) => id)
        .sort()
        .join(' ')}`,
    )
    .digest('base64url');

/** The day's papers for its map, and the layouts that were drawn, in PostgreSQL. */
export const atlasStore = (sql: postgres.Sql, carried: string[], { interest = true } = {}): AtlasStore => ({
  async papers(day, limit) {
    const shown = sql`
      FROM listings l JOIN papers p ON p.id = l.paper_id WHERE l.day = ${day}::date AND ${isShown(sql, carried)}`;
    const [papers, [counted]] = await Promise.all([
      sql<Omit<MapPaper, 'vector'>[]>`
        SELECT p.id, p.title_text AS "titleText", p.title_html AS "titleHtml", p.abstract_text AS "abstractText",
          p.authors[1:${NAMED_AUTHORS}::int] AS authors, cardinality(p.authors) AS "authorCount",
          p.primary_category AS "primaryCategory", p.votes
        ${shown}
        ORDER BY p.withdrawn, p.votes DESC, p.comments + p.outside_comments DESC, ${promise(sql, interest)} DESC,
          p.published_at DESC, p.id DESC
        LIMIT ${limit}`,
      sql<[{ total: number }]>`SELECT count(*)::int AS total ${shown}`,
    ]);
    const vectors = await readVectors(
      sql,
      papers.map(({ id }) => id),
    );
    return {
      papers: papers.map((paper) => ({ ...paper, vector: vectors.get(paper.id) ?? null })),
      total: counted.total,
    };
  },

  async kept(day, papers) {
    const [row] = await sql<{ layout: unknown }[]>`
      SELECT layout FROM day_maps WHERE day = ${day}::date AND papers_key = ${keyOf(papers)}`;
    const found = layout.safeParse(row?.layout);
    return found.success ? (found.data as Layout & { places: { id: PaperId }[] }) : null;
  },

  async keep(day, papers, drawn) {
    await sql`
      INSERT INTO day_maps (day, papers_key, layout) VALUES (${day}::date, ${keyOf(papers)}, ${sql.json(drawn)})
      ON CONFLICT (day) DO UPDATE SET papers_key = excluded.papers_key, layout = excluded.layout, drawn_at = now()`;
  },
});
