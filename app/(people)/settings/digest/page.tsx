import { Notice } from '@/components/people/notice';
import { SettingsPage } from '@/components/people/settings-page';
import { scheduleInWords } from '@/components/subscribe/choices';
import { PreferencesFields } from '@/components/subscribe/preferences-fields';
import { PrivatePage } from '@/components/subscribe/private-page';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { site } from '@/lib/next/site';
import { managePath } from '@/lib/next/subscriptions/link-tokens';
import { offer, shownPreferences } from '@/lib/next/subscriptions/preferences-shown';
import { requireSession } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { isPlaceholderAddress } from '@/src/accounts';

const PROBLEM = 'That could not be taken. Look over what you chose.';

export default async function Page({ searchParams }: { searchParams: Query }) {
  const { viewer, email } = await requireSession('/settings/digest');
  const subscriber = await services().subscriptions.byUser(viewer.id);
  const problem = (await queryValue(searchParams, 'problem')) !== undefined;
  const taken = subscriber !== null && subscriber.status !== 'pending';
  return (
    <SettingsPage site={site()} path="/settings/digest" handle={viewer.handle}>
      <PrivatePage />
      {problem && <Notice kind="problem">{PROBLEM}</Notice>}
      <section>
        <h2 className="section-heading">Papers by mail</h2>
        {taken ? (
          <div className="form">
            <p>
              {subscriber.status === 'active'
                ? scheduleInWords(subscriber.preferences)
                : subscriber.status === 'paused'
                  ? 'Paused: nothing is sent'
                  : 'You are unsubscribed: nothing is sent'}
              , to <strong>{subscriber.email}</strong>.
            </p>
            <div>
              <a className="form-button" href={managePath(subscriber.id)}>
                Change what I get
              </a>
            </div>
          </div>
        ) : isPlaceholderAddress(email) ? (
          <p>
            No address of yours is kept here.{' '}
            <a href="/subscribe" className="underline">
              Subscribe with one
            </a>
            .
          </p>
        ) : (
          <form method="post" action="/settings/subscribe" className="form">
            <p>
              The best new papers go to <strong>{email}</strong>, when you want them.
            </p>
            <PreferencesFields shown={shownPreferences()} offer={offer()} guessesZone />
            <div>
              <button type="submit" className="form-button primary">
                Subscribe
              </button>
            </div>
          </form>
        )}
      </section>
    </SettingsPage>
  );
}
