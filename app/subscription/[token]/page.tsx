import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { Notice } from '@/components/people/notice';
import { LeaveForm } from '@/components/subscribe/leave-form';
import { ManageSubscription } from '@/components/subscribe/manage-subscription';
import { PrivatePage } from '@/components/subscribe/private-page';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { site } from '@/lib/next/site';
import { managedBy, unsubscribedBy } from '@/lib/next/subscriptions/link-tokens';
import { offer, shownPreferences } from '@/lib/next/subscriptions/preferences-shown';
import { pageOf } from '@/lib/next/subscriptions/subscription-action';
import { typedBefore } from '@/lib/next/subscriptions/typed-form';
import { services } from '@/lib/services';

type Props = { params: Promise<{ token: string }>; searchParams: Query };

// Opening this page changes nothing: programs that scan mail open every link in it.
export default async function Page({ params, searchParams }: Props) {
  const { token } = await params;
  const now = new Date();
  const managed = await managedBy(token, now);
  const id = managed ?? (await unsubscribedBy(token, now));
  const subscriber = id === null ? null : await services().subscriptions.byId(id);
  const leaving = managed === null || (await queryValue(searchParams, 'leave')) !== undefined;
  const done = await queryValue(searchParams, 'done');
  const tried = (await queryValue(searchParams, 'problem')) !== undefined;
  const typed = tried ? typedBefore(await headers()) : new URLSearchParams();
  const page = pageOf(token);
  if (!subscriber) {
    return (
      <Frame heading="This link no longer works">
        <meta name="status" content="404" />
        <div className="form">
          <p>It is too old, or the subscription it was for has been deleted.</p>
          <div>
            <a className="form-button primary" href="/subscribe">
              Subscribe again
            </a>
          </div>
        </div>
      </Frame>
    );
  }
  if (leaving) {
    const left = subscriber.status === 'unsubscribed';
    return (
      <Frame heading={left ? 'You are unsubscribed' : 'Unsubscribe'}>
        <LeaveForm page={page} email={subscriber.email} left={left} manages={managed !== null} />
      </Frame>
    );
  }
  return (
    <Frame heading="Your subscription">
      {tried && <Notice kind="problem">{typed.get('problem') ?? 'That could not be done.'}</Notice>}
      {done && DONE[done] && <Notice kind="done">{DONE[done]}</Notice>}
      <ManageSubscription
        page={page}
        subscriber={subscriber}
        offer={offer()}
        shown={shownPreferences(subscriber.preferences, typed)}
      />
    </Frame>
  );
}

const DONE: Readonly<Record<string, string>> = {
  confirmed: 'You are subscribed. Here is what you get; change it as you like.',
  saved: 'Your preferences are saved.',
  paused: 'Nothing is sent until you resume.',
  resumed: 'The papers come again.',
  left: 'You are unsubscribed. Nothing more is sent.',
  previewed: 'A preview is on its way to you.',
};

const Frame = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <PageFrame siteName={site().name}>
    <PrivatePage />
    <PageMeta site={site()} title={heading} description="What is sent to you, and when." />
    <h1 className="headline mb-4">{heading}</h1>
    {children}
  </PageFrame>
);
