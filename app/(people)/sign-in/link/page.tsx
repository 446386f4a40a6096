import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { pathWith } from '@/lib/next/form';
import { lookAtLink } from '@/lib/next/people/sign-in-page';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { site } from '@/lib/next/site';
import { signInProblem } from '@/src/accounts';
import { sameSitePath } from '@/src/shared';

// Opening this page uses nothing up: programs that scan mail open every link in it. Only the button's POST signs in.
export default async function Page({ searchParams }: { searchParams: Query }) {
  const token = (await queryValue(searchParams, 'token')) ?? '';
  const next = sameSitePath(await queryValue(searchParams, 'next'));
  const address = await lookAtLink(token);
  const heading = address === undefined ? 'This link no longer works' : 'One more step';
  return (
    <PageFrame siteName={site().name}>
      <PageMeta site={site()} title={heading} description="Sign in with the link that was mailed to you." />
      <h1 className="headline mb-4">{heading}</h1>
      {address === undefined ? (
        <div className="form">
          <p>{signInProblem('bad-link')}</p>
          <div>
            <a className="form-button primary" href={pathWith('/sign-in', { next: next === '/' ? '' : next })}>
              Ask for a new link
            </a>
          </div>
        </div>
      ) : (
        <form method="post" action="/sign-in/confirm" className="form">
          <p>
            This signs you in to {site().name} as <strong>{address}</strong>.
          </p>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="next" value={next} />
          <div>
            <button type="submit" className="form-button primary">
              Sign in
            </button>
          </div>
        </form>
      )}
    </PageFrame>
  );
}
