import type postgres from 'postgres';
import { deliveryStore } from '@/lib/db/digest/delivery-store';
import { digestLinks } from '@/lib/digest/links';
import { preparer } from '@/lib/digest/prepare';
import { type SendReport, sendDue } from '@/lib/digest/send-due';
import { digestSender } from '@/lib/digest/sender';
import { silentLog } from '@/lib/log';
import type { LaneAnswer } from '@/lib/mail/smtp-lane';
import type { ReadMessage } from '@/src/mail';
import { readMessage } from '@/src/mail';

export type Posted = { to: string; source: string; message: ReadMessage };
export type PostOffice = { posted: Posted[]; send(over?: { perSecond?: number }): Promise<SendReport> };

const site = { name: 'Broadsheet', baseUrl: 'https://papers.example.org' };
const SECRET = 'a secret for tests, and long enough to be one';

/** Sends what is due to a mail server that keeps everything it takes; `answer` may refuse. */
export function postOffice(
  sql: postgres.Sql,
  answer: (to: string) => LaneAnswer = () => ({ accepted: true, text: '250 Taken' }),
): PostOffice {
  const posted: Posted[] = [];
  const store = deliveryStore(sql);
  const { sender, envelopeFrom, host } = digestSender({
    ...{ siteName: site.name, baseUrl: site.baseUrl, from: 'Broadsheet <papers@example.org>' },
    unsubscribeMailbox: 'leave@example.org',
  });
  const prepare = preparer({ store, site, sender, envelopeFrom, host, links: digestLinks(site.baseUrl, SECRET) });
  const openLane = () => ({
    async send({ to }: { to: string }, bytes: Buffer) {
      const said = answer(to);
      const source = bytes.toString();
      if (said.accepted) posted.push({ to, source, message: readMessage(source) });
      return said;
    },
    close: () => {},
  });
  return {
    posted,
    send: ({ perSecond = 0 } = {}) =>
      sendDue({ store, prepare, openLane, lanes: 2, perSecond, budgetMs: 20_000, log: silentLog }),
  };
}
