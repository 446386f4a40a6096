import { type Claimed, claimDue, settle, switchOff } from '@/lib/db/webhooks/outbox';
import { isSpent, judgeAnswer, type Outcome, outcomeInWords } from '@/src/webhooks';
import { signed } from './secret';

type Ports = {
  sql: Parameters<typeof claimDue>[0];
  unseal: (sealed: string) => string | undefined;
  post: (message: { url: string; headers: Record<string, string>; body: string }) => Promise<Outcome>;
  /** Tells the owner that his webhook was switched off. */
  notify: (owner: string | null) => Promise<void>;
  random?: () => number;
};

const AT_ONCE = 8;
/** A run ends after so many; the next goes on. */
const MOST_A_RUN = 2_000;

/**
 * Sends what is due, as long as there is some. Any number of processes may do so at once. A receiver that could not be
 * reached is left to the next run: one that hangs costs the others a single wait, however much is queued for it.
 */
export async function sendDue(ports: Ports): Promise<{ sent: number; failed: number }> {
  const counts = { sent: 0, failed: 0 };
  const broken = new Set<string>();
  while (counts.sent + counts.failed < MOST_A_RUN) {
    const due = await claimDue(ports.sql, { limit: AT_ONCE, without: [...broken] });
    if (due.length === 0) break;
    const ended = await Promise.all(due.map((one) => sendOne(ports, one)));
    for (const [at, { sent, outcome }] of ended.entries()) {
      counts[sent ? 'sent' : 'failed'] += 1;
      if (outcome.kind === 'broken' && due[at]) broken.add(due[at].webhookId);
    }
  }
  return counts;
}

async function sendOne(
  { sql, unseal, post, notify, random = Math.random }: Ports,
  claimed: Claimed,
): Promise<{ sent: boolean; outcome: Outcome }> {
  const secret = unseal(claimed.secret);
  const now = new Date();
  const outcome: Outcome =
    secret === undefined
      ? { kind: 'broken', reason: 'the secret cannot be read: AUTH_SECRET has changed; make a new one' }
      : await post({
          url: claimed.url,
          headers: signed(secret, { id: claimed.messageId, at: now, body: claimed.body }),
          body: claimed.body,
        });
  const verdict = judgeAnswer(outcome, { attempts: claimed.attempts, random: random() });
  await settle(sql, claimed, { verdict, answer: outcomeInWords(outcome) });
  const sent = verdict.state === 'sent';
  if (
    !sent &&
    isSpent(outcome, { failingSince: claimed.failingSince, now }) &&
    (await switchOff(sql, claimed.webhookId))
  )
    await notify(claimed.userId);
  return { sent, outcome };
}
