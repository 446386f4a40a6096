import type { SearchRow } from '@/lib/search/prepare-search';
import type { MergedPaper } from '@/src/ingest';
import type { RenderedText } from '@/src/papers';
import { shippedModel } from '@/src/recommend';
import type { CopyValue } from './copy-text';

/** A paper's text as it is shown, how much it may be wanted, and what searching needs where that is computed along with it. */
export type Rendered = RenderedText & { search?: SearchRow; interest: number };

/** A paper ready to be written. `baseHash` is the hash of the row it was merged into; none means a new paper. */
export type PaperRow = {
  paper: MergedPaper;
  rendered: Rendered;
  renderVersion: number;
  hash: string;
  baseHash: string | undefined;
  firstListed: string | undefined;
};

type Column = { name: string; value: (row: PaperRow) => CopyValue };

const columns = (table: Record<string, Column['value']>): Column[] =>
  Object.entries(table).map(([name, value]) => ({ name, value }));

/** The columns that ingest writes, each with where its value comes from. */
export const PAPER_COLUMNS: readonly Column[] = columns({
  id: ({ paper }) => paper.id,
  title: ({ paper }) => paper.title,
  title_html: ({ rendered }) => rendered.titleHtml,
  title_text: ({ rendered }) => rendered.titleText,
  abstract: ({ paper }) => paper.abstract,
  abstract_html: ({ rendered }) => rendered.abstractHtml,
  abstract_text: ({ rendered }) => rendered.abstractText,
  authors: ({ rendered }) => rendered.authors,
  author_keys: ({ rendered }) => rendered.authorKeys,
  organization: ({ paper }) => paper.organization && { json: paper.organization },
  primary_category: ({ paper }) => paper.primaryCategory,
  categories: ({ paper }) => paper.categories,
  published_at: ({ paper }) => paper.publishedAt,
  revised_at: ({ paper }) => paper.revisedAt,
  versions: ({ paper }) => ({ json: paper.versions }),
  latest_version: ({ paper }) => paper.latestVersion,
  doi: ({ paper }) => paper.doi,
  journal_ref: ({ paper }) => paper.journalRef,
  comment: ({ paper }) => paper.comment,
  comment_html: ({ rendered }) => rendered.commentHtml,
  license: ({ paper }) => paper.license,
  code_url: ({ rendered }) => rendered.codeUrl,
  project_url: ({ rendered }) => rendered.projectUrl,
  outside: ({ paper }) => paper.outside && { json: paper.outside },
  withdrawn: ({ paper }) => paper.withdrawn,
  sample: ({ paper }) => paper.sample,
  outside_upvotes: ({ paper }) => paper.outside?.upvotes ?? 0,
  outside_comments: ({ paper }) => paper.outside?.comments ?? 0,
  render_version: ({ renderVersion }) => renderVersion,
  source_facts: ({ paper, rendered }) => ({ json: sourceFacts(paper, rendered) }),
  content_hash: ({ hash }) => hash,
  interest: ({ rendered }) => rendered.interest,
  interest_model: () => shippedModel().name,
});

/** What merging and rendering again need beside the other columns. */
export type SourceFacts = {
  knowledge: number;
  precision: number;
  asOf?: string;
  /** Names as the source wrote them, where that differs from how they are shown. */
  authors?: string[];
  codeUrl?: string;
  projectUrl?: string;
};

function sourceFacts(paper: MergedPaper, rendered: RenderedText): SourceFacts {
  const { knowledge, precision, asOf, codeUrl, projectUrl, authors } = paper;
  const asShown =
    authors.length === rendered.authors.length && authors.every((name, at) => name === rendered.authors[at]);
  return {
    knowledge,
    precision,
    ...(asOf !== undefined && { asOf }),
    ...(asShown ? {} : { authors }),
    ...(codeUrl !== undefined && { codeUrl }),
    ...(projectUrl !== undefined && { projectUrl }),
  };
}
