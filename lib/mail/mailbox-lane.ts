import type { Mailbox } from './mailbox';
import type { Lane } from './smtp-lane';

/** Where no mail server is set, messages are kept on disk. */
export const mailboxLane = (box: Mailbox): Lane => ({
  async send(_envelope, message) {
    await box.deposit(message);
    return { accepted: true, text: 'Kept in the mailbox of this machine.' };
  },
  close: () => {},
});
