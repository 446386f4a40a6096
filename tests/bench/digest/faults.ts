import { ordeal } from '../../digest/faults';
import { fact, progress } from '../report';

/** The fault test in full: 5,000 readers, twenty kills, three restarts of the database, tarpits of thirty seconds. */
export async function benchFaults(): Promise<void> {
  const verdict = await ordeal({
    ...{ readers: 5_000, kills: 20, restarts: 3, lanes: 5 },
    ...{ leaseMs: 90_000, attemptMs: 42_000, tarpitMs: 30_000, limitMs: 40 * 60_000, minuteMs: 2_000, say: progress },
  });
  const { readers, kills, lost, repeated, bound, renamed, unsettled, seconds } = verdict;
  fact('readers, kills', `${readers}, ${kills}`);
  fact('lost', String(lost));
  fact('repeated (bound)', `${repeated} (${bound})`);
  fact('repeated under another Message-ID', String(renamed));
  fact('ledger rows that are not sent', String(unsettled));
  fact('took', `${seconds.toFixed(0)} s`);
}
