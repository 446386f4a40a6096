import type postgres from 'postgres';
import { inventedAbstract, inventedAuthors, inventedTitle } from './prose';

/** A row of `papers`, without its generated columns. */
export type PaperRow = {
  id: string;
  source: string;
  title: string;
  title_html: string;
  title_text: string;
  abstract: string;
  abstract_html: string;
  abstract_text: string;
  authors: string[];
  author_keys: string[];
  organization: postgres.JSONValue | null;
  primary_category: string;
  categories: string[];
  published_at: Date;
  revised_at: Date | null;
  versions: postgres.JSONValue;
  latest_version: number;
  comment: string | null;
  comment_html: string | null;
  doi: string | null;
  code_url: string | null;
  project_url: string | null;
  outside: postgres.JSONValue | null;
  withdrawn: boolean;
  sample: boolean;
  upvotes: number;
  outside_upvotes: number;
  comments: number;
  outside_comments: number;
  interest: number;
  render_version: number;
  content_hash: string;
};

let made = 0;

const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');

/** A paper as it is stored, with an id, a title and authors of its own. Say only what the test is about. */
export function aPaper(over: Partial<PaperRow> = {}): PaperRow {
  made += 1;
  const title = over.title ?? inventedTitle(made);
  const abstract = over.abstract ?? inventedAbstract(made);
  const authors = over.authors ?? inventedAuthors(made);
  const primary = over.primary_category ?? over.categories?.[0] ?? 'cs.CL';
  return {
    id: `2601.${String(made).padStart(5, '0')}`,
    source: 'arxiv',
    title,
    title_html: title,
    title_text: title,
    abstract,
    abstract_html: `<p>${abstract}</p>`,
    abstract_text: abstract,
    authors,
    author_keys: authors.map(keyOf),
    organization: null,
    primary_category: primary,
    categories: [primary],
    published_at: new Date('2026-01-05T12:00:00Z'),
    revised_at: null,
    versions: [{ version: 1, createdAt: '2026-01-05T12:00:00.000Z' }],
    latest_version: 1,
    comment: null,
    comment_html: null,
    doi: null,
    code_url: null,
    project_url: null,
    outside: null,
    withdrawn: false,
    sample: false,
    upvotes: 0,
    outside_upvotes: 0,
    comments: 0,
    outside_comments: 0,
    interest: 0,
    render_version: 1,
    content_hash: `hash-${made}`,
    ...over,
  };
}

/** Stores papers. Their `first_listed` follows from the listings that are stored later. */
export async function storePapers(sql: postgres.Sql, papers: readonly PaperRow[]): Promise<void> {
  if (papers.length > 0) await sql`INSERT INTO papers ${sql(papers as PaperRow[])}`;
}
