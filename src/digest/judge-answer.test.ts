import { expect, test } from 'vitest';
import { judgeAnswer, type MailAnswer } from './judge-answer';

const said = (stage: MailAnswer['stage'], text: string, code: number | null = Number(text.slice(0, 3))) =>
  judgeAnswer({ stage, code, text });

test.each([
  ['550 5.1.1 User unknown'],
  ['550 5.1.10 Recipient not found'],
  ['550 No such user here'],
  ['551 User not local'],
  ['553 5.1.3 Bad recipient address syntax'],
  ['550 5.2.1 Mailbox disabled'],
])('an address that will not work is never written to again: %s', (text) => {
  expect(said('recipient', text)).toBe('bounced');
});

test.each<[MailAnswer['stage'], string]>([
  ['recipient', '550 5.7.1 Relaying denied'],
  ['recipient', '550 Relaying denied'],
  ['recipient', '550 Blocked: listed at a reputation service'],
  ['recipient', '550 5.7.26 Unauthenticated mail is not accepted (SPF, DKIM)'],
  ['recipient', '552 5.2.2 Mailbox full'],
  ['recipient', '554 5.7.1 Service unavailable; client host blocked'],
  ['sender', '550 5.1.8 Sender domain not found'],
  ['sender', '553 5.1.1 Sender rejected'],
  ['sender', '530 5.7.0 Authentication required'],
  ['content', '554 5.7.1 Message rejected as spam'],
  ['content', '550 High probability of unsolicited mail'],
])('a refusal at %s that is not the address’s fault suppresses nobody: %s', (stage, text) => {
  expect(said(stage, text)).toBe('refused');
});

test.each<[MailAnswer['stage'], string]>([
  ['recipient', '450 4.2.1 Mailbox busy'],
  ['recipient', '451 4.7.1 Greylisted, come again'],
  ['content', '451 Local error in processing'],
])('one message later, others now: %s %s', (stage, text) => {
  expect(said(stage, text)).toBe('deferred');
});

test.each<[MailAnswer['stage'], string]>([
  ['recipient', '421 4.3.2 Shutting down'],
  ['content', '421 Too many messages'],
  ['recipient', '452 4.3.1 Insufficient system storage'],
  ['recipient', '452 Too many recipients'],
  ['sender', '451 4.3.0 Try later, too many connections'],
  ['connection', '554 No service here'],
  ['sign-in', '535 5.7.8 Bad credentials'],
])('the server wants a pause from everybody: %s %s', (stage, text) => {
  expect(said(stage, text)).toBe('busy');
});

test('no answer is no refusal', () => {
  expect(said('connection', 'The connection was closed.', null)).toBe('broken');
  expect(said('content', 'Timeout', null)).toBe('broken');
});
