import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { Notice } from '@/components/people/notice';
import { SignInForms } from '@/components/people/sign-in-forms';
import { providers } from '@/lib/next/people/sign-in-page';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { site } from '@/lib/next/site';
import { currentViewer } from '@/lib/next/viewer';
import { shownName, signInProblem } from '@/src/accounts';
import { sameSitePath } from '@/src/shared';

export default async function Page({ searchParams }: { searchParams: Query }) {
  const next = sameSitePath(await queryValue(searchParams, 'next'));
  const problem = signInProblem(await queryValue(searchParams, 'error'));
  const deleted = (await queryValue(searchParams, 'done')) === 'deleted';
  const viewer = await currentViewer();
  return (
    <PageFrame siteName={site().name}>
      <PageMeta site={site()} title="Sign in" description={`Sign in to ${site().name} with an e-mail address alone.`} />
      <h1 className="headline mb-4">{viewer ? 'You are signed in' : 'Sign in'}</h1>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {deleted && <Notice kind="done">Your account has been deleted.</Notice>}
      {viewer ? (
        <div className="form">
          <p>
            As {shownName(viewer)}, <a href={`/people/${viewer.handle}`}>@{viewer.handle}</a>.
          </p>
          <div className="flex flex-wrap gap-3">
            <a className="form-button primary" href={next}>
              Go on
            </a>
            <form method="post" action="/sign-out">
              <button type="submit" className="form-button">
                Sign out
              </button>
            </form>
          </div>
        </div>
      ) : (
        <SignInForms next={next} providers={providers()} />
      )}
    </PageFrame>
  );
}
