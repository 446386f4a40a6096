import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { errorCode, writeAtomically } from '@/lib/launcher/files';
import type { Mailer, ReadMessage } from '@/src/mail';
import { readMessage } from '@/src/mail';
import { mailOptions } from './mail-options';

/** How many messages the mailbox holds; the oldest go. */
const MAILBOX_SIZE = 200;

const NAME = /^\d{8}T\d{9}Z-[0-9a-f]{8}\.eml$/;
const SENDER = 'Broadsheet <broadsheet@localhost>';

export type Mailbox = Mailer & {
  /** Names of the messages, newest first. */
  list(): Promise<string[]>;
  /** A message by name; undefined when there is none of that name. */
  read(name: string): Promise<ReadMessage | undefined>;
  /** Keeps a finished message. */
  deposit(source: Buffer): Promise<void>;
};

/** Keeps mail as .eml files in `folder`, for an instance without a mail server. */
export function mailbox(folder: string, { from = SENDER, size = MAILBOX_SIZE } = {}): Mailbox {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });

  const list = async (): Promise<string[]> => {
    const names = await readdir(folder).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    });
    return names
      .filter((name) => NAME.test(name))
      .sort()
      .reverse();
  };

  const deposit = async (source: Buffer): Promise<void> => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const stamp = new Date().toISOString().replace(/[-:.]/g, '');
    writeAtomically(join(folder, `${stamp}-${randomBytes(4).toString('hex')}.eml`), source.toString());
    const spent = (await list()).slice(size);
    await Promise.all(spent.map((name) => rm(join(folder, name), { force: true })));
  };

  return {
    list,
    deposit,
    async send(message) {
      const { message: source } = await composer.sendMail(mailOptions(message, from));
      await deposit(Buffer.from(source.toString()));
    },
    async read(name) {
      if (!NAME.test(name)) return undefined;
      try {
        return readMessage(await readFile(join(folder, name), 'utf8'));
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
  };
}
