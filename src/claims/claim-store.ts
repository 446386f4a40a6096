import type { PaperId } from '@/src/papers';

export type ClaimStatus = 'pending' | 'approved' | 'rejected';

/** A claim as its person sees it. */
export type OwnClaim = { status: ClaimStatus; note: string; createdAt: Date };

export type ClaimKey = { userId: string; paperId: PaperId };

/** Somebody here who was confirmed as an author of a paper. */
export type ClaimedAuthor = { handle: string; displayName: string };

/** What claims need of the database. Every method is one transaction. */
export interface ClaimStore {
  own(key: ClaimKey): Promise<OwnClaim | null>;
  /** At most `most` of a person's claims wait at a time, however many are sent at once. */
  add(
    claim: ClaimKey & { note: string; now: Date },
    limits: { most: number },
  ): Promise<'added' | 'claimed-before' | 'no-such-paper' | 'too-many' | 'suspended'>;
  /** Forgets a claim that waits or was confirmed; the person's vote counts again. False where there is none such. */
  takeBack(key: ClaimKey): Promise<boolean>;
  /** Confirmed authors of a paper, the first one first. */
  authors(paperId: PaperId, limit: number): Promise<ClaimedAuthor[]>;
}
