import type { PaperId } from '@/src/papers';

/** A paper as a mail tells of it: text of outside sources, not yet fit for any mark-up. */
export type Story = {
  id: PaperId;
  titleText: string;
  abstractText: string;
  /** The first few, in the paper's order. */
  authors: readonly string[];
  authorCount: number;
  primaryCategory: string;
  votes: number;
  comments: number;
  /** Its page here, its abstract and its PDF at the source. */
  links: { page: string; abstract: string; pdf: string };
};
