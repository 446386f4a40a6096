import type { StateCounts } from '@/src/digest';
import { number } from '../dates';

const STATES = ['sent', 'skipped', 'suppressed', 'failed', 'sending', 'queued'] as const;
const WORDS: Record<keyof StateCounts, string> = {
  sent: 'sent',
  skipped: 'nothing to send',
  suppressed: 'suppressed',
  failed: 'failed',
  sending: 'being sent',
  queued: 'waiting',
};

type Props = { counts: StateCounts; href: (state: keyof StateCounts) => string };

/** How far an edition is, and how many deliveries are in each state; each leads to who they are. */
export function EditionCounts({ counts, href }: Props) {
  const total = STATES.reduce((sum, state) => sum + counts[state], 0);
  const done = total - counts.queued - counts.sending;
  return (
    <>
      <progress className="w-full accent-accent" aria-label="Finished" max={Math.max(1, total)} value={done}>
        {done} of {total}
      </progress>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <span>
          {number(done)} of {number(total)} finished
        </span>
        {STATES.filter((state) => counts[state] > 0).map((state) => (
          <a key={state} href={href(state)} className="underline underline-offset-[0.18em]">
            {number(counts[state])} {WORDS[state]}
          </a>
        ))}
      </p>
    </>
  );
}
