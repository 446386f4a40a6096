import { encodeWords, foldLines } from 'nodemailer/lib/mime-funcs';
import type { MailCard, MailFrame, Piece } from '@/src/digest';
import { fittingCards } from '@/src/digest';
import { quotedPrintable } from '../quoted-printable';

/** What is the sender's alone, for all mails. */
export type Sender = { from: string; listId: string; unsubscribeMailbox: string | undefined };

/** One reader's mail, before it is bytes. */
export type DigestMail = {
  frame: MailFrame;
  cards: readonly MailCard[];
  matching: number;
  subject: string;
  to: string;
  messageId: string;
  date: Date;
  links: { manage: string; unsubscribe: string };
};

/** What stands between the parts; quoted-printable never writes `=_`. */
const BOUNDARY = '=_broadsheet-digest';
const part = (type: string): Buffer =>
  Buffer.from(
    `--${BOUNDARY}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`,
  );
const TEXT_PART = part('text/plain');
const HTML_PART = part('text/html');
const END = Buffer.from(`--${BOUNDARY}--\r\n`);
// The line end before a boundary belongs to it.
const GAP = Buffer.from('\r\n');

type Encoded = { html: Buffer; text: Buffer };

/**
 * Puts mails together from pieces that were encoded once: cards and frames are the same objects in all mails of an edition,
 * and only a reader's own links and head are new.
 */
export function composer(sender: Sender): (mail: DigestMail) => Buffer {
  const encoded = new WeakMap<object, Encoded>();
  const intros = new WeakMap<MailFrame, Map<string, Piece>>();
  const subjects = new Map<string, string>();

  const once = (piece: Piece): Encoded => {
    const known = encoded.get(piece);
    if (known) return known;
    const fresh = { html: quotedPrintable(piece.html), text: quotedPrintable(piece.text) };
    encoded.set(piece, fresh);
    return fresh;
  };

  const introOf = ({ frame, cards, matching }: DigestMail): Piece => {
    const key = `${cards.length} ${matching}`;
    const known = intros.get(frame) ?? new Map<string, Piece>();
    intros.set(frame, known);
    const intro = known.get(key) ?? frame.intro({ shown: cards.length, matching });
    known.set(key, intro);
    return intro;
  };

  const subjectLine = (subject: string): string => {
    const known = subjects.get(subject);
    if (known !== undefined) return known;
    if (subjects.size > MOST_SUBJECTS) subjects.clear();
    const line = foldLines(`Subject: ${encodeWords(subject, 'Q', 52, true)}`, 76);
    subjects.set(subject, line);
    return line;
  };

  return (mail) => {
    const { frame } = mail;
    const links = frame.links(mail.links);
    const own = { html: quotedPrintable(links.html), text: quotedPrintable(links.text) };
    const around = [frame.top, introOf(mail), frame.beforeLinks, frame.end];
    const frameBytes = around.reduce((sum, { html }) => sum + html.length, links.html.length);
    const [top, intro, beforeLinks, end] = around.map(once) as [Encoded, Encoded, Encoded, Encoded];
    const cards = fittingCards(mail.cards, frameBytes).map(once);
    const inOrder = [top, intro, ...cards, beforeLinks, own, end];
    return Buffer.concat([
      Buffer.from(head(mail, sender, subjectLine(mail.subject))),
      TEXT_PART,
      ...inOrder.flatMap(({ text }) => (text.length > 0 ? [text, GAP] : [])).slice(0, -1),
      GAP,
      HTML_PART,
      ...inOrder.map(({ html }) => html),
      GAP,
      END,
    ]);
  };
}

const MOST_SUBJECTS = 5_000;

function head(mail: DigestMail, { from, listId, unsubscribeMailbox }: Sender, subject: string): string {
  const { unsubscribe } = mail.links;
  const byMail = unsubscribeMailbox === undefined ? '' : `,\r\n <mailto:${unsubscribeMailbox}?subject=unsubscribe>`;
  return `${[
    `From: ${from}`,
    `To: ${mail.to}`,
    subject,
    `Message-ID: ${mail.messageId}`,
    `Date: ${mail.date.toUTCString().replace('GMT', '+0000')}`,
    `List-Id: ${listId}`,
    `List-Unsubscribe: <${unsubscribe}>${byMail}`,
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Precedence: bulk',
    'Auto-Submitted: auto-generated',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${BOUNDARY}"`,
  ].join('\r\n')}\r\n\r\n`;
}
