/** Where mail is while no mail server is set up. */
export const MailboxHint = () => (
  <p className="notice">
    No mail server is set up here, so the mail waits in{' '}
    <a href="/dev/mail" className="font-medium underline">
      this machine’s mailbox
    </a>
    .
  </p>
);
