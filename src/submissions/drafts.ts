import type { Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import { cleanText, LONGEST_COMMENT } from '@/src/comments';
import type { PaperId } from '@/src/papers';
import type { SubmissionDraft } from './submission';
import type { SubmissionStore } from './submission-store';

const LONGEST_URL = 1_000;

type At = { viewer: Viewer; paperId: PaperId; now: Date };

/** Keeps what is written on the form, and why it was not taken, so that nothing has to be typed twice. */
export async function keepSubmissionDraft(
  store: SubmissionStore,
  { viewer, paperId, now }: At,
  draft: SubmissionDraft,
): Promise<void> {
  if (!permit(viewer, 'submit', now).ok) return;
  const cut = (text: string, longest: number) =>
    cleanText(text.slice(0, 2 * longest))
      .slice(0, longest)
      .replace(/[\ud800-\udbff]$/, '');
  await store.keepDraft(
    { userId: viewer.id, paperId },
    {
      comment: cut(draft.comment, LONGEST_COMMENT),
      codeUrl: cut(draft.codeUrl, LONGEST_URL),
      projectUrl: cut(draft.projectUrl, LONGEST_URL),
      notice: draft.notice,
    },
  );
}
