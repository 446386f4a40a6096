import { parsePart } from './mime-part';

/** A stored message as the local mailbox shows it. */
export type ReadMessage = { from: string; to: string; subject: string; date: Date | null; text: string; html: string };

/** Reads a message in the internet format (RFC 5322), as far as our own mails use it. */
export function readMessage(source: string): ReadMessage {
  const root = parsePart(source);
  const leaves = root.leaves();
  const body = (type: string): string => leaves.find((leaf) => leaf.type === type)?.body() ?? '';
  const date = new Date(root.header('date'));
  return {
    from: root.header('from'),
    to: root.header('to'),
    subject: root.header('subject'),
    date: Number.isNaN(date.getTime()) ? null : date,
    text: body('text/plain'),
    html: body('text/html'),
  };
}
