import { headers } from 'next/headers';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { Notice } from '@/components/people/notice';
import { SubscribeForm } from '@/components/subscribe/subscribe-form';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { site } from '@/lib/next/site';
import { offer, shownPreferences } from '@/lib/next/subscriptions/preferences-shown';
import { typedBefore } from '@/lib/next/subscriptions/typed-form';

const UNKNOWN = 'That could not be taken. Look over what you typed.';

// The same for everybody, and kept so, unless it has to say something about what was just tried.
export default async function Page({ searchParams }: { searchParams: Query }) {
  const tried = (await queryValue(searchParams, 'problem')) !== undefined;
  const erased = (await queryValue(searchParams, 'done')) === 'erased';
  const typed = tried ? typedBefore(await headers()) : new URLSearchParams();
  const problem = tried ? (typed.get('problem') ?? UNKNOWN) : undefined;
  const { name } = site();
  return (
    <PageFrame siteName={name}>
      <PageMeta
        site={site()}
        title="Subscribe"
        description={`The best new papers of ${name} in your inbox, at the hour you choose.`}
        canonical="/subscribe"
      />
      <h1 className="headline mb-4">The day’s papers, in your inbox</h1>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {erased && <Notice kind="done">All that was kept of your subscription has been deleted.</Notice>}
      <p className="mb-8 max-w-[34rem] font-serif text-lg">
        A short list of the papers that readers find best, with abstracts, when you want it. No account, no tracking,
        and one press of a button ends it.
      </p>
      <SubscribeForm
        offer={offer()}
        shown={shownPreferences(undefined, typed)}
        email={typed.get('email') ?? ''}
        problem={problem}
      />
    </PageFrame>
  );
}
