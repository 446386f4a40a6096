import { z } from 'zod';
import type { MailEvent } from '@/src/subscriptions';

// Providers add fields as they please; only these are read, and what they hold is cut to what is kept.
const text = z.string().max(20_000);
const said = text.optional().default('');

const own = z
  .object({ email: text, type: z.enum(['hard-bounce', 'soft-bounce', 'complaint']), detail: said })
  .transform((event): MailEvent[] => [event]);

const recipients = z.array(z.object({ emailAddress: text, diagnosticCode: said })).max(100);

const ses = z
  .object({
    bounce: z.object({ bounceType: text, bouncedRecipients: recipients }).optional(),
    complaint: z.object({ complainedRecipients: recipients }).optional(),
  })
  .transform(({ bounce, complaint }): MailEvent[] => [
    ...(bounce?.bouncedRecipients ?? []).map(({ emailAddress, diagnosticCode }) => ({
      email: emailAddress,
      type: bounce?.bounceType === 'Permanent' ? ('hard-bounce' as const) : ('soft-bounce' as const),
      detail: diagnosticCode,
    })),
    ...(complaint?.complainedRecipients ?? []).map(({ emailAddress }) => ({
      ...{ email: emailAddress, type: 'complaint' as const, detail: '' },
    })),
  ]);

/** Amazon SES speaks through SNS, which puts its words into a string. */
const sns = z
  .object({ Type: z.literal('Notification'), Message: z.string().max(500_000) })
  .transform(({ Message }, context): MailEvent[] => {
    const message = ses.safeParse(parseJson(Message));
    if (message.success) return message.data;
    context.addIssue({ code: 'custom', message: 'The Message is not one of Amazon SES.' });
    return z.NEVER;
  });

/** SNS asks whether this address is ours; the operator opens the link, for we fetch no address that somebody sent us. */
const snsConfirmation = z
  .object({ Type: z.enum(['SubscriptionConfirmation', 'UnsubscribeConfirmation']), SubscribeURL: said })
  .transform((): MailEvent[] => []);

const POSTMARK_FOR_GOOD = new Set(['HardBounce', 'BadEmailAddress', 'ManuallyDeactivated', 'Unsubscribe', 'Blocked']);
const postmark = z
  .object({ RecordType: text, Type: said, Email: text, Description: said })
  .transform(({ RecordType, Type, Email, Description }): MailEvent[] => {
    const complaint = RecordType === 'SpamComplaint' || Type === 'SpamComplaint';
    const bounce = POSTMARK_FOR_GOOD.has(Type) ? 'hard-bounce' : 'soft-bounce';
    const type = complaint ? 'complaint' : RecordType === 'Bounce' ? bounce : 'other';
    return [{ email: Email, type, detail: Description }];
  });

const mailgun = z
  .object({
    'event-data': z.object({
      ...{ event: text, severity: said, recipient: text },
      'delivery-status': z.object({ message: said, description: said }).optional(),
    }),
  })
  .transform(({ 'event-data': { event, severity, recipient, 'delivery-status': status } }): MailEvent[] => {
    const bounce = severity === 'permanent' ? 'hard-bounce' : 'soft-bounce';
    const type = event === 'complained' ? 'complaint' : event === 'failed' ? bounce : 'other';
    return [{ email: recipient, type, detail: status?.message || status?.description || '' }];
  });

const sendgrid = z
  .object({ event: text, email: text, type: said, reason: said })
  .transform(({ event, email, type, reason }): MailEvent[] => {
    const bounce = type === 'blocked' ? 'soft-bounce' : 'hard-bounce';
    const known: Record<string, MailEvent['type']> = { bounce, spamreport: 'complaint', deferred: 'soft-bounce' };
    return [{ email, type: known[event] ?? 'other', detail: reason }];
  });

const one = z.union([own, sns, snsConfirmation, postmark, mailgun, sendgrid]);
const MOST = 1_000;
const any = z.union([
  one,
  z
    .array(one)
    .max(MOST)
    .transform((list) => list.flat()),
]);

/** The events in what a provider posted: our own form, or that of Amazon SES, Postmark, Mailgun or SendGrid. */
export function readProviderEvents(body: string): MailEvent[] | undefined {
  const parsed = any.safeParse(parseJson(body));
  return parsed.success ? parsed.data : undefined;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
