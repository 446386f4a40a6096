import type { PaperId } from '@/src/papers';

/** What a citation is made of. */
export type CitedPaper = {
  id: PaperId;
  /** As the source sent it, with its TeX. */
  titleSource: string;
  /** In Unicode. */
  title: string;
  abstract: string;
  /** Display names. */
  authors: string[];
  publishedAt: Date;
  primaryCategory: string;
  categories: string[];
  /** Of the published version. */
  doi: string | null;
  /** Where it was published, as its authors wrote it. */
  journalRef: string | null;
  votes: number;
};

/** The DOI that arXiv registers for each of its papers (https://info.arxiv.org/help/doi.html). */
export const arxivDoi = (id: PaperId): string => `10.48550/arXiv.${id}`;
