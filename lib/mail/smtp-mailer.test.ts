import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mailMessage, readMessage } from '@/src/mail';
import { smtpMailer } from './smtp-mailer';

type Received = { from: string; to: string[]; source: string };
let received: Received[];
let server: SMTPServer;
let url: string;

beforeEach(async () => {
  received = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
    onRcptTo({ address }, _session, done) {
      done(address.startsWith('nobody') ? new Error('No such person') : null);
    },
  });
  const listening = await new Promise<{ port: number }>((resolve) => {
    const net = server.listen(0, '127.0.0.1', () => resolve(net.address() as { port: number }));
  });
  url = `smtp://127.0.0.1:${listening.port}`;
});
afterEach(() => new Promise<void>((resolve) => server.close(resolve)));

const message = (to: string) => {
  const made = mailMessage({
    to,
    subject: 'Grüße',
    text: 'Text',
    html: '<p>HTML</p>',
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  if (!made.ok) throw new Error(made.refusal.message);
  return made.value;
};

test('a message reaches the server with sender, recipient, both bodies and headers', async () => {
  const mailer = smtpMailer({ url, from: 'The Paper <paper@example.org>' });
  await mailer.send(message('ada@example.org'));
  mailer.close();
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ from: 'paper@example.org', to: ['ada@example.org'] });
  expect(received[0]?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(readMessage(received[0]?.source ?? '')).toMatchObject({ subject: 'Grüße', text: 'Text', html: '<p>HTML</p>' });
});

test('a recipient that the server refuses is an error', async () => {
  const mailer = smtpMailer({ url, from: 'paper@example.org' });
  await expect(mailer.send(message('nobody@example.org'))).rejects.toThrow(/No such person/);
  mailer.close();
});

test('a server that is not there is an error', async () => {
  const mailer = smtpMailer({ url: 'smtp://127.0.0.1:9', from: 'paper@example.org' });
  await expect(mailer.send(message('ada@example.org'))).rejects.toThrow();
  mailer.close();
});
