import { isIP } from 'node:net';
import type { Sender } from '@/lib/mail/digest/compose';
import { encodedMailbox } from '@/lib/mail/mailbox-header';

type Given = { siteName: string; baseUrl: string; from: string; unsubscribeMailbox: string | undefined };

/** The sender as mails name him, and the host that message and list ids end in. */
export function digestSender({ siteName, baseUrl, from, unsubscribeMailbox }: Given): {
  sender: Sender;
  envelopeFrom: string;
  host: string;
} {
  const { header, address } = encodedMailbox(from);
  const { hostname } = new URL(baseUrl);
  // An address of the network is no domain; the sender's own says as well who it was.
  const host = isIP(hostname.replace(/^\[|\]$/g, '')) ? (address.split('@')[1] ?? 'localhost') : hostname;
  const { header: listId } = encodedMailbox(`${siteName.replace(/["<>@,;:\\]/g, ' ')} <digest@${host}>`);
  return {
    sender: { from: header, listId: listId.replace('digest@', 'digest.'), unsubscribeMailbox },
    envelopeFrom: address,
    host,
  };
}
