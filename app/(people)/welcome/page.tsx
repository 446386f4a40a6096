import { redirect } from 'next/navigation';
import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { HandleField } from '@/components/people/handle-field';
import { pathWith } from '@/lib/next/form';
import { handleOffer } from '@/lib/next/people/handle-offer';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { site } from '@/lib/next/site';
import { requireSession } from '@/lib/next/viewer';
import { handleProblem } from '@/src/accounts';
import { sameSitePath } from '@/src/shared';

// Every sign-in passes here; who has a handle goes straight on.
export default async function Page({ searchParams }: { searchParams: Query }) {
  const next = sameSitePath(await queryValue(searchParams, 'next'));
  const { viewer, handleChosen } = await requireSession(pathWith('/welcome', { next }));
  if (handleChosen) redirect(next);
  const typed = await queryValue(searchParams, 'handle');
  const problem = handleProblem(await queryValue(searchParams, 'problem'), typed ?? '');
  const value = typed ?? (await handleOffer(viewer.id));
  return (
    <PageFrame siteName={site().name}>
      <PageMeta site={site()} title="Welcome" description="Choose the name under which others see you." />
      <h1 className="headline mb-4">Welcome</h1>
      <form method="post" action="/settings/choose-handle" className="form">
        <p>Choose the handle under which others see what you submit and say. You can change it later.</p>
        <HandleField value={value} problem={problem} />
        <input type="hidden" name="next" value={next} />
        <div className="flex flex-wrap items-center gap-5">
          <button type="submit" className="form-button primary">
            Take this handle
          </button>
          <a href={next} className="text-button">
            Not now
          </a>
        </div>
      </form>
    </PageFrame>
  );
}
