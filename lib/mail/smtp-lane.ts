import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { MailAnswer } from '@/src/digest';

export type Envelope = { from: string; to: string };

/** What became of one message: taken by the server, or what it said instead. */
export type LaneAnswer = { accepted: true; text: string } | ({ accepted: false } & MailAnswer);

/** A way to the mail server that takes one message at a time. */
export type Lane = { send(envelope: Envelope, message: Buffer): Promise<LaneAnswer>; close(): void };

type Timeouts = { connectMs: number; socketMs: number; attemptMs: number };
/** A tarpit of thirty seconds a command is waited out; more than the attempt's limit is not. */
const TIMEOUTS: Timeouts = { connectMs: 30_000, socketMs: 90_000, attemptMs: 150_000 };
/** Servers count messages on a connection; many end it after a hundred. */
const MESSAGES_A_CONNECTION = 100;

type Refused = Extract<LaneAnswer, { accepted: false }>;
type Fault = Error & { command?: string; response?: string; responseCode?: number };

/**
 * One kept connection of SMTP, opened when it is needed and again after the server closed it. `send` never throws: a failure
 * is an answer, with the stage at which it came.
 */
export function smtpLane(url: string, timeouts: Partial<Timeouts> = {}): Lane {
  const { connectMs, socketMs, attemptMs } = { ...TIMEOUTS, ...timeouts };
  const { auth, ...options } = parseConnectionUrl(url);
  let connection: SmtpConnection | undefined;
  let sent = 0;
  // Whoever waits for an answer learns that none will come.
  let lost: ((error: Error) => void) | undefined;

  const drop = (): void => {
    connection?.close();
    connection = undefined;
    lost?.(new Error('The message took too long, or its connection broke.'));
  };

  const open = (): Promise<SmtpConnection> =>
    new Promise((resolve, reject) => {
      const fresh = new SmtpConnection({
        ...options,
        connectionTimeout: connectMs,
        greetingTimeout: connectMs,
        socketTimeout: socketMs,
      });
      lost = reject;
      // Told by callbacks as well; unheard, it would end the process.
      fresh.on('error', (error: Error) => reject(error));
      fresh.once('end', () => {
        if (connection !== fresh) return;
        connection = undefined;
        lost?.(new Error('The connection was closed.'));
      });
      fresh.connect((fault) => {
        if (fault) return reject(fault);
        if (!auth || fresh.authenticated) return resolve(fresh);
        fresh.login(auth, (refused) =>
          refused ? reject(Object.assign(refused, { command: 'AUTH' })) : resolve(fresh),
        );
      });
      connection = fresh;
    });

  const transmit = (over: SmtpConnection, { from, to }: Envelope, message: Buffer): Promise<string> =>
    new Promise((resolve, reject) => {
      // After the callback's own error, which says more.
      lost = (error) => setImmediate(() => reject(error));
      over.send({ from, to: [to], size: message.length }, message, (fault, info) => {
        if (fault) reject(fault);
        else resolve(info?.response ?? '');
      });
    });

  const ready = (): Promise<SmtpConnection> => {
    if (connection && sent >= MESSAGES_A_CONNECTION) {
      connection.quit();
      connection = undefined;
    }
    if (connection) return Promise.resolve(connection);
    sent = 0;
    return open();
  };

  return {
    async send(envelope, message) {
      let over: SmtpConnection | undefined;
      const timer = setTimeout(drop, attemptMs);
      try {
        over = await ready();
        const text = await transmit(over, envelope, message);
        sent += 1;
        return { accepted: true, text };
      } catch (error) {
        const answer = answerOf(error as Fault, over !== undefined);
        const usable = answer.code !== null && (answer.stage === 'recipient' || answer.stage === 'content');
        if (!usable || answer.code === 421 || !over || !(await reset(over))) drop();
        return answer;
      } finally {
        clearTimeout(timer);
        lost = undefined;
      }
    },
    close() {
      connection?.quit();
      connection = undefined;
    },
  };
}

const reset = (connection: SmtpConnection): Promise<boolean> =>
  new Promise((resolve) => connection.reset((fault) => resolve(!fault)));

function answerOf({ command = '', response, responseCode, message }: Fault, connected: boolean): Refused {
  return {
    accepted: false,
    stage: connected || /^AUTH/.test(command) ? stageOf(command) : 'connection',
    code: responseCode ?? (Number(/^\d{3}(?=[ -])/.exec(response ?? '')?.[0] ?? 0) || null),
    text: (response ?? message).slice(0, 1_000),
  };
}

function stageOf(command: string): MailAnswer['stage'] {
  if (/^MAIL/.test(command)) return 'sender';
  if (/^RCPT/.test(command)) return 'recipient';
  if (/^DATA/.test(command)) return 'content';
  return /^AUTH/.test(command) ? 'sign-in' : 'connection';
}
