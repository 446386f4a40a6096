import type { Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import type { PaperId } from '@/src/papers';
import { cleanText } from './clean-text';
import { isCommentId } from './comment';
import type { CommentStore, Draft, DraftKey } from './comment-store';
import { LONGEST_COMMENT } from './write-rules';

/** What a text is meant to become. */
export type Place = { kind: 'new' } | { kind: 'reply' | 'edit'; id: string };

const placeKey = (place: Place): string => (place.kind === 'new' ? 'new' : `${place.kind}:${place.id}`);

type At = { viewer: Viewer; paperId: PaperId; place: Place };

const keyOf = ({ viewer, paperId, place }: At): DraftKey => ({ userId: viewer.id, paperId, place: placeKey(place) });

/** What somebody was writing at a place. */
export const readDraft = (store: CommentStore, at: At): Promise<Draft | null> => store.draft(keyOf(at));

/**
 * Keeps a text that is not posted yet, and why it was not; of one that is too long as much as may be posted. Keeps nothing
 * for who may not comment, and at places that cannot be.
 */
export async function keepDraft(store: CommentStore, at: At & { now: Date }, draft: Draft): Promise<void> {
  if (!permit(at.viewer, 'comment', at.now).ok) return;
  if (at.place.kind !== 'new' && !isCommentId(at.place.id)) return;
  // Cut before it is cleaned, so that a megabyte costs no more than the longest comment.
  const body = cleanText(draft.body.slice(0, 2 * LONGEST_COMMENT)).slice(0, LONGEST_COMMENT);
  await store.keepDraft(keyOf(at), { body: body.replace(/[\ud800-\udbff]$/, ''), notice: draft.notice });
}

export const dropDraft = (store: CommentStore, at: At): Promise<void> => store.dropDraft(keyOf(at));
