import type postgres from 'postgres';
import type { Card, Submitter } from '@/src/feed';
import type { Organization, PaperId } from '@/src/papers';

/** Authors a card names before it counts the rest. */
const NAMED_AUTHORS = 3;

export type CardRow = {
  id: PaperId;
  title_html: string;
  title_text: string;
  abstract_html: string;
  abstract_length: number;
  authors: string[];
  author_keys: string[];
  author_count: number;
  organization: Organization | null;
  published_at: Date;
  primary_category: string;
  votes: number;
  outside_upvotes: number;
  comments: number;
  outside_comments: number;
  on_hub: boolean;
  code_url: string | null;
  project_url: string | null;
  withdrawn: boolean;
  sample: boolean;
  submitted_by: Submitter | null;
};

/** The light columns of `papers p`: no TeX sources, no plain abstract, no long author lists. */
export const cardColumns = (sql: postgres.Sql) => sql`
  p.id, p.title_html, p.title_text, p.abstract_html, length(p.abstract_text) AS abstract_length,
  p.authors[1:${NAMED_AUTHORS}::int] AS authors, p.author_keys[1:${NAMED_AUTHORS}::int] AS author_keys,
  cardinality(p.authors) AS author_count, p.organization, p.published_at, p.primary_category,
  p.votes, p.outside_upvotes, p.comments, p.outside_comments, p.outside IS NOT NULL AS on_hub,
  p.code_url, p.project_url, p.withdrawn, p.sample,
  (SELECT json_build_object('handle', u.handle, 'displayName', u.display_name) FROM submissions s
    JOIN users u ON u.id = s.user_id WHERE s.live_paper = p.id AND s.status = 'listed') AS submitted_by`;

export const toCard = (row: CardRow, picked: boolean): Card => ({
  id: row.id,
  titleHtml: row.title_html,
  titleText: row.title_text,
  abstractHtml: row.abstract_html,
  abstractLength: row.abstract_length,
  authors: row.authors.map((name, index) => ({ name, key: row.author_keys[index] ?? '' })),
  authorCount: row.author_count,
  organization: row.organization,
  publishedAt: row.published_at,
  primaryCategory: row.primary_category,
  votes: row.votes,
  outsideVotes: row.outside_upvotes,
  comments: row.comments + row.outside_comments,
  outsideComments: row.outside_comments,
  onHub: row.on_hub,
  codeUrl: row.code_url,
  projectUrl: row.project_url,
  withdrawn: row.withdrawn,
  sample: row.sample,
  picked,
  submittedBy: row.submitted_by,
});

/** Reads cards by id, in the order of the ids. */
export async function cardsOf(sql: postgres.Sql, ids: string[], picked: ReadonlySet<string>): Promise<Card[]> {
  if (ids.length === 0) return [];
  const rows = await sql<CardRow[]>`SELECT ${cardColumns(sql)} FROM papers p WHERE p.id = ANY(${ids}::text[])`;
  const byId = new Map<string, CardRow>(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [toCard(row, picked.has(id))];
  });
}
