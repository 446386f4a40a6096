import { PageFrame } from '@/components/frame/page-frame';
import { PageMeta } from '@/components/head/page-meta';
import { scheduleInWords } from '@/components/subscribe/choices';
import { PrivatePage } from '@/components/subscribe/private-page';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { site } from '@/lib/next/site';
import { hashToken } from '@/lib/next/subscriptions/link-tokens';
import { services } from '@/lib/services';
import { readLink } from '@/src/subscriptions';

// Opening this page changes nothing: programs that scan mail open every link in it.
export default async function Page({ searchParams }: { searchParams: Query }) {
  const token = (await queryValue(searchParams, 'token')) ?? '';
  const refused = (await queryValue(searchParams, 'done')) === 'refused';
  const link = await readLink(services().subscriptions, { hash: hashToken(token), now: new Date() });
  const open = link.ok && link.value.scope === 'confirm' ? link.value : null;
  const heading = refused ? 'Nothing will be sent' : open ? 'One more step' : 'This link no longer works';
  return (
    <PageFrame siteName={site().name}>
      <PrivatePage />
      <PageMeta site={site()} title={heading} description="Confirm that the papers may be sent to you." />
      <h1 className="headline mb-4">{heading}</h1>
      {refused ? (
        <p className="form">This address gets no more mail from here. Sorry for the trouble.</p>
      ) : open ? (
        <div className="form">
          <form method="post" action="/subscribe/confirm" className="form">
            <p>
              The papers go to <strong>{open.subscriber.email}</strong>.{' '}
              {scheduleInWords(open.wanted ?? open.subscriber.preferences)}. You can change that at any time.
            </p>
            <input type="hidden" name="token" value={token} />
            <div>
              <button type="submit" className="form-button primary max-mid:w-full">
                Confirm my subscription
              </button>
            </div>
          </form>
          {open.subscriber.status === 'pending' && (
            <form method="post" action="/subscribe/refuse" className="border-t border-rule pt-5">
              <input type="hidden" name="token" value={token} />
              <p className="hint mb-2">Was it not you?</p>
              <button type="submit" className="form-button">
                Never mail this address
              </button>
            </form>
          )}
        </div>
      ) : (
        <div className="form">
          <p>It may be too old. Ask for a new one; it comes to the same address.</p>
          <div>
            <a className="form-button primary" href="/subscribe">
              Ask for a new link
            </a>
          </div>
        </div>
      )}
    </PageFrame>
  );
}
