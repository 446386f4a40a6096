import type { Viewer } from '@/src/accounts';
import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';

/** Waits for its source, stands on a day's list, or was refused after it had waited. */
export type SubmissionStatus = 'pending' | 'listed' | 'refused';

export type NewSubmission = {
  userId: string;
  paperId: PaperId;
  /** The first comment, posted once the paper is there; null for none, as are the addresses. */
  comment: string | null;
  codeUrl: string | null;
  projectUrl: string | null;
  now: Date;
};

/** A submission that is not settled, with whoever made it as he is now. */
export type OpenSubmission = Omit<NewSubmission, 'now' | 'userId'> & {
  id: string;
  submitter: Viewer;
  createdAt: Date;
  /** How often the source was asked in vain. */
  tries: number;
};

/** A submission as its person sees it. */
export type OwnSubmission = {
  paperId: PaperId;
  status: SubmissionStatus;
  day: UtcDay | null;
  /** Why it waits, or was refused. */
  problem: string | null;
  createdAt: Date;
  nextTryAt: Date;
};

/** What is written on the form and not sent yet. Empty strings where nothing was. */
export type SubmissionDraft = { comment: string; codeUrl: string; projectUrl: string; notice: string | null };
