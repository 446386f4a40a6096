import type { Organization, PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';

/** Somebody as the Hub's API names him. `id` is 24 hex characters and stays his. */
export type HubPerson = { id: string; name: string; fullname: string };

/** What the API tells of a paper. */
export type HubRecord = {
  id: PaperId;
  authors: { id: string; name: string }[];
  title: string;
  abstract: string;
  publishedAt: Date;
  /** The first day whose list had it. */
  listedOn: UtcDay | null;
  /** The member who brought it. */
  submitter: HubPerson | null;
  discussionId: string;
  upvotes: number;
  comments: number;
  codeUrl: string | null;
  projectUrl: string | null;
  githubStars: number | null;
  aiSummary: string | null;
  aiKeywords: string[] | null;
  organization: (Organization & { id: string }) | null;
  /** Whether a confirmed author of it has commented. */
  authorTakesPart: boolean;
};

/** Where a list of the newest papers goes on. */
export type NewestCursor = { at: Date; id: PaperId };

/** What the Hub-compatible API reads. Hidden papers are never in a list. */
export interface HubStore {
  /** In the order of the ids; papers that are not here, or hidden, are left out. */
  records(ids: readonly PaperId[]): Promise<HubRecord[]>;
  /** Papers that a day's list ever showed, newest published first. */
  newestShown(slice: { limit: number; offset: number }): Promise<PaperId[]>;
  /** All papers, newest published first, after the cursor. */
  newest(query: { after: NewestCursor | null; limit: number }): Promise<PaperId[]>;
  /** The member with this handle. */
  person(handle: string): Promise<string | null>;
}
