import { expect, test } from 'vitest';
import { readProviderEvents } from './provider-events';

const email = 'ada@example.org';
const ses = (message: object) => ({ Type: 'Notification', Message: JSON.stringify(message), MessageId: 'x' });
const bounced = (bounceType: string) =>
  ses({
    notificationType: 'Bounce',
    bounce: { bounceType, bouncedRecipients: [{ emailAddress: email, diagnosticCode: 'smtp; 550 5.1.1' }] },
  });
const mailgun = (event: object) => ({ signature: {}, 'event-data': { recipient: email, ...event } });

test.each<[string, unknown, string[]]>([
  ['our own', { email, type: 'hard-bounce', detail: '550' }, ['hard-bounce']],
  [
    'our own, several',
    [
      { email, type: 'soft-bounce' },
      { email, type: 'complaint' },
    ],
    ['soft-bounce', 'complaint'],
  ],
  ['no event at all', [], []],
  ['Amazon, for good', bounced('Permanent'), ['hard-bounce']],
  ['Amazon, for now', bounced('Transient'), ['soft-bounce']],
  ['Amazon, complaint', ses({ complaint: { complainedRecipients: [{ emailAddress: email }] } }), ['complaint']],
  ['Amazon, delivery', ses({ notificationType: 'Delivery', delivery: {} }), []],
  ['Amazon, asking who we are', { Type: 'SubscriptionConfirmation', SubscribeURL: 'https://sns.example' }, []],
  ['Postmark, for good', { RecordType: 'Bounce', Type: 'HardBounce', Email: email }, ['hard-bounce']],
  ['Postmark, for now', { RecordType: 'Bounce', Type: 'SoftBounce', Email: email }, ['soft-bounce']],
  ['Postmark, complaint', { RecordType: 'SpamComplaint', Type: 'SpamComplaint', Email: email }, ['complaint']],
  ['Mailgun, for good', mailgun({ event: 'failed', severity: 'permanent' }), ['hard-bounce']],
  ['Mailgun, for now', mailgun({ event: 'failed', severity: 'temporary' }), ['soft-bounce']],
  ['Mailgun, complaint', mailgun({ event: 'complained' }), ['complaint']],
  ['SendGrid, for good', [{ email, event: 'bounce', type: 'bounce', reason: '550' }], ['hard-bounce']],
  ['SendGrid, blocked', [{ email, event: 'bounce', type: 'blocked' }], ['soft-bounce']],
  [
    'SendGrid, complaint and opening',
    [
      { email, event: 'spamreport' },
      { email, event: 'open' },
    ],
    ['complaint', 'other'],
  ],
])('%s', (_name, body, types) => {
  const events = readProviderEvents(JSON.stringify(body));
  expect(events?.map(({ type }) => type)).toEqual(types);
  for (const event of events ?? []) expect(event.email).toBe(email);
});

test.each([
  ...['', 'x', 'null', '7', '"text"', '{}', '[[]]', '[null]', '{"email":"a@b.org"}', '{"email":1,"type":"complaint"}'],
  ...['{"email":"a@b.org","type":"nonsense"}', '{"Type":"Notification","Message":"not JSON"}'],
  JSON.stringify(Array.from({ length: 1_001 }, () => ({ email, type: 'complaint' }))),
])('%.60j is refused', (body) => {
  expect(readProviderEvents(body)).toBeUndefined();
});
