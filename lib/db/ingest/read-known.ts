import type postgres from 'postgres';
import type { Listing, ListingSource, MergedPaper, OutsideFacts } from '@/src/ingest';
import type { Organization, PaperId, PaperVersion } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import type { SourceFacts } from './paper-columns';

type Row = {
  id: string;
  title: string;
  abstract: string;
  authors: string[];
  organization: Organization | null;
  primary_category: string;
  categories: string[];
  published_at: Date;
  revised_at: Date | null;
  versions: PaperVersion[];
  latest_version: number;
  doi: string | null;
  journal_ref: string | null;
  comment: string | null;
  license: string | null;
  outside: OutsideFacts | null;
  withdrawn: boolean;
  sample: boolean;
  source_facts: SourceFacts;
  content_hash: string;
};

export type KnownPaper = { paper: MergedPaper; hash: string };

const COLUMNS = `id, title, abstract, authors, organization, primary_category, categories, published_at, revised_at, versions,
  latest_version, doi, journal_ref, comment, license, outside, withdrawn, sample, source_facts, content_hash`;

/** What is stored of these papers, as merging and rendering need it. */
export async function readKnown(sql: postgres.Sql, ids: readonly string[]): Promise<Map<string, KnownPaper>> {
  const rows = await sql<Row[]>`SELECT ${sql.unsafe(COLUMNS)} FROM papers WHERE id = ANY (${ids as string[]})`;
  return new Map(rows.map((row) => [row.id, { paper: mergedOf(row), hash: row.content_hash }]));
}

/** Papers whose rendering is older than the given version, in the order of their ids. */
export async function readStale(
  sql: postgres.Sql,
  { version, limit }: { version: number; limit: number },
): Promise<KnownPaper[]> {
  const rows = await sql<Row[]>`
    SELECT ${sql.unsafe(COLUMNS)} FROM papers WHERE render_version < ${version} ORDER BY first_listed DESC NULLS LAST, id LIMIT ${limit}`;
  return rows.map((row) => ({ paper: mergedOf(row), hash: row.content_hash }));
}

function mergedOf(row: Row): MergedPaper {
  const facts = row.source_facts;
  return {
    id: row.id as PaperId,
    title: row.title,
    abstract: row.abstract,
    authors: facts.authors ?? row.authors,
    primaryCategory: row.primary_category,
    categories: row.categories,
    publishedAt: row.published_at,
    revisedAt: row.revised_at ?? undefined,
    versions: row.versions,
    latestVersion: row.latest_version,
    doi: row.doi ?? undefined,
    journalRef: row.journal_ref ?? undefined,
    comment: row.comment ?? undefined,
    license: row.license ?? undefined,
    codeUrl: facts.codeUrl,
    projectUrl: facts.projectUrl,
    organization: row.organization ?? undefined,
    withdrawn: row.withdrawn,
    outside: row.outside ?? undefined,
    sample: row.sample,
    knowledge: facts.knowledge ?? 0,
    precision: facts.precision ?? 0,
    asOf: facts.asOf as UtcDay | undefined,
  };
}

type ListingRow = {
  day: UtcDay;
  paper_id: string;
  announced: Listing['announced'] | null;
  picked: boolean;
  picked_by: string | null;
  categories: string[];
  source: ListingSource;
};

/** The listings of these papers. */
export async function readListings(
  sql: postgres.Sql | postgres.TransactionSql,
  ids: readonly string[],
): Promise<Map<string, Listing[]>> {
  const rows = await sql<ListingRow[]>`
    SELECT day::text, paper_id, announced, picked, picked_by, categories, source
    FROM listings WHERE paper_id = ANY (${ids as string[]})`;
  const found = new Map<string, Listing[]>();
  for (const { paper_id, announced, picked_by, ...row } of rows) {
    const own = found.get(paper_id) ?? [];
    own.push({ ...row, announced: announced ?? undefined, pickedBy: picked_by ?? undefined });
    found.set(paper_id, own);
  }
  return found;
}
