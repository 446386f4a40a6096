import { type CommentMode, type CommentStore, keepDraft, postComment } from '@/src/comments';
import type { Refusal, Result } from '@/src/shared';
import { ok, utcDayOf } from '@/src/shared';
import { admissible, type NotAdmissible } from './admissible';
import { refusal } from './refusals';
import type { OpenSubmission } from './submission';
import type { KnownPaper, SourceAnswer, SubmissionStore } from './submission-store';

export type SettlePorts = {
  store: SubmissionStore;
  comments: CommentStore;
  rules: { maxAgeDays: number; commentMode: CommentMode };
};

export type NotListed = NotAdmissible | Refusal<'no-such-paper' | 'not-taken'>;
export type Settled = { state: 'listed' } | { state: 'waits'; why: string };

/**
 * Lists a submitted paper, with what its submitter adds, once its source has told of it. `answer` is left out where the
 * paper is known here. May be repeated after a crash in the middle. A paper that came to a list meanwhile stays on it.
 */
export async function settleSubmission(
  { store, comments, rules }: SettlePorts,
  { submission, answer, now }: { submission: OpenSubmission; answer: SourceAnswer | undefined; now: Date },
): Promise<Result<Settled, NotListed>> {
  const { paperId, submitter, createdAt } = submission;
  if (answer?.kind === 'unreachable') return ok({ state: 'waits', why: answer.why });
  if (answer?.kind === 'unknown') return refusal('no-such-paper');
  const by = { submitter, at: createdAt };
  if (answer) {
    const { published, withdrawn = false } = answer.record.facts;
    const fit = admissible({ publishedAt: published?.at, withdrawn }, by, rules.maxAgeDays);
    if (!fit.ok) return fit;
    if (!(await store.keep(answer.record))) return refusal('not-taken');
  }
  const known = await store.known(paperId);
  if (known === null) return refusal('no-such-paper');
  if (known.shownOn === null) {
    const fit = admissible(known, by, rules.maxAgeDays);
    if (!fit.ok) return fit;
  }
  await addAddresses(store, known, submission);
  const first = await store.list({ id: submission.id, day: known.shownOn ?? utcDayOf(now), now });
  if (first) await say({ comments, rules }, submission, now);
  return ok({ state: 'listed' });
}

// What the authors wrote themselves stays; a submitter only adds what they left out.
async function addAddresses(store: SubmissionStore, known: KnownPaper, submission: OpenSubmission): Promise<void> {
  const codeUrl = known.codeUrl === null ? submission.codeUrl : null;
  const projectUrl = known.projectUrl === null ? submission.projectUrl : null;
  if (codeUrl === null && projectUrl === null) return;
  const { id, title, abstract } = known;
  const added = { ...(codeUrl !== null && { codeUrl }), ...(projectUrl !== null && { projectUrl }) };
  await store.keep({
    place: `submission ${submission.id}`,
    facts: { id, kind: 'member', title, abstract, ...added },
    listings: [],
  });
}

/** Posts the first comment; one that is refused is kept as a draft, with the reason. */
async function say(
  { comments, rules }: Omit<SettlePorts, 'store'>,
  { paperId, submitter, comment }: OpenSubmission,
  now: Date,
): Promise<void> {
  if (comment === null) return;
  const input = { paperId, parentId: null, body: comment };
  const posted = await postComment(comments, { viewer: submitter, mode: rules.commentMode, input, now });
  if (posted.ok) return;
  const at = { viewer: submitter, paperId, place: { kind: 'new' } as const, now };
  await keepDraft(comments, at, { body: comment, notice: posted.refusal.message });
}
