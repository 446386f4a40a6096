import { headers } from 'next/headers';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { MailboxHint } from '@/components/people/mailbox-hint';
import { openMailbox } from '@/lib/next/people/open-mailbox';
import { site } from '@/lib/next/site';
import { askedAddress } from '@/lib/next/subscriptions/typed-form';
import { LINK_HOURS } from '@/src/subscriptions';

export default async function Page() {
  const asked = await headers();
  const address = askedAddress(asked)?.slice(0, 254);
  return (
    <PageFrame siteName={site().name}>
      <PageMeta site={site()} title="Look in your mail" description="A link to confirm your address is on its way." />
      <h1 className="headline mb-4">Look in your mail</h1>
      <div className="form">
        <p>
          A link is on its way to {address ? <strong>{address}</strong> : 'you'}. Open it within {LINK_HOURS} hours and
          press the button; until then nothing is sent.
        </p>
        {openMailbox(asked) && <MailboxHint />}
        <p className="text-quiet">
          Nothing there? Look among the junk, or{' '}
          <a href="/subscribe" className="underline">
            try again
          </a>
          . An address gets at most three such mails a day.
        </p>
      </div>
    </PageFrame>
  );
}
