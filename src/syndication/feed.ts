import type { PaperId } from '@/src/papers';

/** A paper as feeds tell of it. `html` was sanitised when it was stored. */
export type FeedEntry = {
  id: PaperId;
  title: string;
  html: string;
  text: string;
  authors: string[];
  categories: string[];
  /** When it first stood in a day's list, or was published. */
  published: Date;
  /** When its text last changed; votes and comments leave it alone. */
  updated: Date;
  votes: number;
};

export type FeedFormat = 'atom' | 'rss' | 'json';

/** A list as a feed, newest change first or in the list's own order. Addresses are whole. */
export type Feed = {
  title: string;
  /** The page that shows the same. */
  page: string;
  /** The feed's own address. */
  self: string;
  origin: string;
  entries: FeedEntry[];
};

/** What stays the same wherever a paper is told of, and whatever becomes of this instance's address. */
export const entryId = (id: PaperId): string => `https://arxiv.org/abs/${id}`;

export const pdfOf = (id: PaperId): string => `https://arxiv.org/pdf/${id}`;

/** The last change of anything in it; the beginning of arXiv for an empty feed, so that it stays the same. */
export const updatedOf = ({ entries }: Feed): Date =>
  entries.reduce((last, { updated }) => (updated > last ? updated : last), new Date(Date.UTC(1991, 7, 14)));
