import { refusal } from './refusals';
import { type SettlePorts, settleSubmission } from './settle-submission';
import type { OpenSubmission } from './submission';
import type { PaperSource } from './submission-store';

const AT_ONCE = 50;
const MINUTE_MS = 60_000;
const FIRST_WAIT_MS = 5 * MINUTE_MS;
const LONGEST_WAIT_MS = 6 * 60 * MINUTE_MS;
const GIVEN_UP_MS = 14 * 24 * 60 * MINUTE_MS;

export type Retried = { listed: number; refused: number; waiting: number };

/** When a submission is tried again: after five minutes, then twice as long each time, up to six hours. */
export const nextTry = (now: Date, tries: number): Date =>
  new Date(now.getTime() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries, 20)));

/** Tries the submissions again that are due: one question to the source for all of them. Gives up after two weeks. */
export async function retrySubmissions(
  ports: SettlePorts & { source: PaperSource },
  { now }: { now: Date },
): Promise<Retried> {
  const { store, source } = ports;
  const due = await store.due(now, AT_ONCE);
  const known = await Promise.all(due.map(async ({ paperId }) => (await store.known(paperId))?.complete ?? false));
  const asked = due.filter((_, at) => !known[at]).map(({ paperId }) => paperId);
  const answers = asked.length === 0 ? new Map() : await source(asked);
  const retried: Retried = { listed: 0, refused: 0, waiting: 0 };
  for (const submission of due) {
    const settled = await settleSubmission(ports, { submission, answer: answers.get(submission.paperId), now });
    if (!settled.ok) {
      await store.refuse(submission.id, { problem: settled.refusal.message, now });
      retried.refused += 1;
    } else if (settled.value.state === 'listed') {
      retried.listed += 1;
    } else {
      retried[await wait(ports, { submission, why: settled.value.why, now })] += 1;
    }
  }
  return retried;
}

async function wait(
  { store }: SettlePorts,
  { submission, why, now }: { submission: OpenSubmission; why: string; now: Date },
): Promise<'refused' | 'waiting'> {
  if (now.getTime() - submission.createdAt.getTime() > GIVEN_UP_MS) {
    await store.refuse(submission.id, { problem: refusal('never-came').refusal.message, now });
    return 'refused';
  }
  await store.postpone(submission.id, { problem: why, nextTryAt: nextTry(now, submission.tries) });
  return 'waiting';
}
