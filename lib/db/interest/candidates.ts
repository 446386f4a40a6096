import type postgres from 'postgres';
import type { Candidate } from '@/src/recommend';

export type CandidateRow = {
  title: string;
  abstract: string;
  comment: string | null;
  authors: string[];
  primary_category: string;
  categories: string[];
};

/** What the model looks at, of `papers`. */
export const candidateColumns = (sql: postgres.Sql) =>
  sql`title, abstract, comment, authors, primary_category, categories`;

export const toCandidate = ({ comment, primary_category, ...row }: CandidateRow): Candidate => ({
  title: row.title,
  abstract: row.abstract,
  authors: row.authors,
  categories: row.categories,
  comment: comment ?? undefined,
  primaryCategory: primary_category,
});
