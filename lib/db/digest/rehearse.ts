import type postgres from 'postgres';
import type { Claimed, DeliveryStore } from '@/src/digest';
import { readMessage } from '@/src/mail';
import { claimedRows } from './claim';
import { readCandidates, readStories } from './papers';
import { type PlanOptions, planInTransaction } from './plan';

type Message = { envelope: { to: string }; papers: number; bytes: () => Promise<Buffer> | Buffer };
type Store = Pick<DeliveryStore, 'candidates' | 'stories'>;

type Options = PlanOptions & {
  prepareWith(store: Store): (claimed: readonly Claimed[]) => Promise<(Message | { state: string })[]>;
  onProgress(done: number, total: number): void;
};

export type Rehearsal = {
  mails: number;
  nothing: number;
  /** The first mails. */
  examples: { to: string; papers: number; subject: string }[];
};

const ROWS_AT_ONCE = 500;
const EXAMPLES = 20;

class RolledBack extends Error {
  override name = 'RolledBack';
}

/** Plans what is due in a transaction that is taken back, and tells what would have gone out. */
export async function rehearseEditions(
  sql: postgres.Sql,
  { prepareWith, onProgress, ...options }: Options,
): Promise<Rehearsal> {
  const rehearsal: Rehearsal = { mails: 0, nothing: 0, examples: [] };
  const work = async (tx: postgres.TransactionSql): Promise<never> => {
    const planned = await planInTransaction(tx, options);
    const inside = tx as unknown as postgres.Sql;
    const prepare = prepareWith({
      candidates: (window, asked) => readCandidates(inside, window, { ...asked, interest: true }),
      stories: (ids) => readStories(inside, ids),
    });
    let done = 0;
    for (let after = '0'; planned !== 'busy'; ) {
      const claimed = await claimedRows(tx, { after, limit: ROWS_AT_ONCE, only: options.only });
      if (claimed.length === 0) break;
      after = claimed.at(-1)?.id ?? after;
      for (const outcome of await prepare(claimed)) await note(rehearsal, outcome);
      done += claimed.length;
      onProgress(done, Math.max(done, planned.queued));
    }
    throw new RolledBack();
  };
  await sql.begin(work).catch((error: unknown) => {
    if (!(error instanceof RolledBack)) throw error;
  });
  return rehearsal;
}

async function note(rehearsal: Rehearsal, outcome: Message | { state: string }): Promise<void> {
  if ('state' in outcome) {
    rehearsal.nothing += 1;
    return;
  }
  rehearsal.mails += 1;
  if (rehearsal.examples.length >= EXAMPLES) return;
  const { subject } = readMessage((await outcome.bytes()).toString());
  rehearsal.examples.push({ to: outcome.envelope.to, papers: outcome.papers, subject });
}
