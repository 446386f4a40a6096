import type postgres from 'postgres';
import type { Appearance, Detail } from '@/src/feed';
import type { PaperId, PaperVersion } from '@/src/papers';
import { type CardRow, cardColumns, toCard } from './rows';
import { isShown } from './shown';

type DetailRow = CardRow & {
  source: string;
  hidden: boolean;
  abstract_text: string;
  all_authors: string[];
  all_author_keys: string[];
  categories: string[];
  revised_at: Date | null;
  versions: PaperVersion[];
  latest_version: number;
  doi: string | null;
  journal_ref: string | null;
  comment_html: string | null;
  license: string | null;
  changed_at: Date;
  appearances: Appearance[] | null;
};

/** Reads everything the paper's own page shows, in one statement. */
export async function detail(sql: postgres.Sql, carried: string[], id: PaperId): Promise<Detail | null> {
  const [row] = await sql<DetailRow[]>`
    SELECT ${cardColumns(sql)}, p.source, p.hidden, p.abstract_text, p.authors AS all_authors, p.author_keys AS all_author_keys,
      p.categories, p.revised_at, p.versions, p.latest_version, p.doi, p.journal_ref, p.comment_html, p.license, p.changed_at,
      (SELECT json_agg(appearance) FROM (
        SELECT l.day::text, l.announced, l.picked, l.picked_by AS "pickedBy",
          EXISTS (SELECT FROM submissions s WHERE s.live_paper = p.id AND s.day = l.day) AS submitted
        FROM listings l
        WHERE l.paper_id = p.id AND ${isShown(sql, carried)} ORDER BY l.day
      ) appearance) AS appearances
    FROM papers p WHERE p.id = ${id}`;
  if (row === undefined) return null;
  const appearances = row.appearances ?? [];
  return {
    ...toCard(
      { ...row, authors: row.all_authors, author_keys: row.all_author_keys },
      appearances.some((appearance) => appearance.picked),
    ),
    source: row.source,
    hidden: row.hidden,
    abstractText: row.abstract_text,
    categories: row.categories,
    revisedAt: row.revised_at,
    versions: row.versions,
    latestVersion: row.latest_version,
    doi: row.doi,
    journalRef: row.journal_ref,
    commentHtml: row.comment_html,
    license: row.license,
    changedAt: row.changed_at,
    appearances,
  };
}
