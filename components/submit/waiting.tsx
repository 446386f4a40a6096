import type { OwnSubmission } from '@/src/submissions';
import { counted } from '../dates';
import { Notice } from '../people/notice';

type Props = { submission: OwnSubmission; now: Date };

/** That a submission waits for its source, why, and when it is tried again. */
export const Waiting = ({ submission: { paperId, problem, nextTryAt }, now }: Props) => (
  <Notice kind="done">
    <strong className="font-semibold">{paperId} is kept.</strong> It goes on the list as soon as arXiv has told of it;
    you need not do anything. {problem && <>The last answer: {problem} </>}
    {nextTryAt > now ? `Tried again in ${counted(minutesTo(nextTryAt, now), 'minute')}.` : 'It is being tried again.'}
  </Notice>
);

const minutesTo = (at: Date, now: Date): number => Math.ceil((at.getTime() - now.getTime()) / 60_000);
