import type { NotPermitted, Viewer } from '@/src/accounts';
import { permit } from '@/src/accounts';
import { type BadText, type Closed, isBlank, mayRead, readText } from '@/src/comments';
import type { PaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok } from '@/src/shared';
import { paceOf } from './look-up-paper';
import { type BadInput, readInput, type SubmitInput } from './read-input';
import { capReached, refusal } from './refusals';
import { nextTry } from './retry-submissions';
import { type NotListed, type SettlePorts, settleSubmission } from './settle-submission';
import type { PaperSource } from './submission-store';

export type SubmitRefusal =
  | NotPermitted
  | BadInput
  | BadText
  | Closed
  | NotListed
  | Refusal<'too-many' | 'daily-cap' | 'suspended'>;

/** `waits`: kept until the source answers. `already`: it is on a list, or somebody's submission of it waits. */
export type Submitted = { paperId: PaperId; state: 'listed' | 'waits' | 'already' };

export type SubmitPorts = SettlePorts & { source: PaperSource; rules: { dailyCap: number } };

type Asked = { viewer: Viewer | null; input: SubmitInput; now: Date };

/**
 * Brings a paper to today's list, with an optional first comment and the addresses of its code and project page. Refuses
 * papers that are too old (unless a moderator brings them), withdrawn or hidden, and more than a person's share of a day.
 * While the source is down the submission is kept, and tried again by `retrySubmissions`.
 */
export async function submitPaper(
  ports: SubmitPorts,
  { viewer, input, now }: Asked,
): Promise<Result<Submitted, SubmitRefusal>> {
  const may = permit(viewer, 'submit', now);
  if (!may.ok) return may;
  const { store, source, rules } = ports;
  const asked = readInput(input);
  if (!asked.ok) return asked;
  const { paperId, codeUrl, projectUrl } = asked.value;
  const comment = await readComment(ports, { viewer: may.value, written: asked.value.comment, now });
  if (!comment.ok) return comment;
  const known = await store.known(paperId);
  if (known?.shownOn) return ok({ paperId, state: 'already' });
  if (known?.hidden) return refusal('hidden-paper');
  if (!(await paceOf(store, may.value))) return refusal('too-many');
  const fresh = { userId: may.value.id, paperId, comment: comment.value, codeUrl, projectUrl, now };
  const queued = await store.enqueue(fresh, { dailyCap: rules.dailyCap });
  if (queued.kind === 'taken') return ok({ paperId, state: 'already' });
  if (queued.kind === 'suspended') return refusal('suspended');
  if (queued.kind !== 'queued') return capReached(rules.dailyCap);
  const { submission } = queued;
  const answer = known?.complete ? undefined : (await source([paperId])).get(paperId);
  const settled = await settleSubmission(ports, { submission, answer, now });
  if (!settled.ok) {
    await store.drop(submission.id);
    return settled;
  }
  if (settled.value.state === 'listed') return ok({ paperId, state: 'listed' });
  await store.postpone(submission.id, { problem: settled.value.why, nextTryAt: nextTry(now, 0) });
  return ok({ paperId, state: 'waits' });
}

/** The comment as it will be stored, or null for none; it is refused before anything else is done. */
async function readComment(
  { comments, rules }: SubmitPorts,
  { viewer, written, now }: { viewer: Viewer; written: string; now: Date },
): Promise<Result<string | null, BadText | Closed>> {
  if (isBlank(written)) return ok(null);
  const open = mayRead(rules.commentMode, viewer);
  if (!open.ok) return open;
  const text = await readText(comments, { viewer, body: written, now });
  return text.ok ? ok(text.value.body) : text;
}
