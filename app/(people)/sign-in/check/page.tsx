import { headers } from 'next/headers';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { MailboxHint } from '@/components/people/mailbox-hint';
import { mailedAddress } from '@/lib/next/people/mailed-address';
import { openMailbox } from '@/lib/next/people/open-mailbox';
import { LINK_MINUTES } from '@/lib/next/people/sign-in-page';
import { site } from '@/lib/next/site';

export default async function Page() {
  const asked = await headers();
  const address = mailedAddress(asked);
  return (
    <PageFrame siteName={site().name}>
      <PageMeta site={site()} title="Look in your mail" description="A link to sign in is on its way." />
      <h1 className="headline mb-4">Look in your mail</h1>
      <div className="form">
        <p>
          A link to sign in is on its way to {address ? <strong>{address}</strong> : 'you'}. It works once, for{' '}
          {LINK_MINUTES} minutes, in any browser.
        </p>
        {openMailbox(asked) && <MailboxHint />}
        <p className="text-quiet">
          Nothing there? Look among the junk, or{' '}
          <a href="/sign-in" className="underline">
            ask for another link
          </a>
          .
        </p>
      </div>
    </PageFrame>
  );
}
