import { Field } from '@/components/people/field';
import { Notice } from '@/components/people/notice';
import { SettingsPage } from '@/components/people/settings-page';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { site } from '@/lib/next/site';
import { requireSession } from '@/lib/next/viewer';
import { settingsProblem } from '@/src/accounts';

export default async function Page({ searchParams }: { searchParams: Query }) {
  const { viewer } = await requireSession('/settings/data');
  const code = await queryValue(searchParams, 'problem');
  const problem = settingsProblem(code);
  return (
    <SettingsPage site={site()} path="/settings/data" handle={viewer.handle}>
      {problem && code !== 'not-confirmed' && <Notice kind="problem">{problem}</Notice>}
      <section className="mb-12">
        <h2 className="section-heading">Export</h2>
        <form method="post" action="/settings/export" className="form">
          <p>All that is kept of you here, in one JSON file.</p>
          <div>
            <button type="submit" className="form-button">
              Export my data
            </button>
          </div>
        </form>
      </section>
      <section>
        <h2 className="section-heading">Delete account</h2>
        <form method="post" action="/settings/delete-account" className="form">
          <p>
            Your votes, subscriptions, tokens and sessions go. What you said stays in its place as “deleted”, and what
            you submitted stays without your name. Nobody can take your handle. This cannot be undone.
          </p>
          <Field
            name="handle"
            label={`Type ${viewer.handle} to confirm`}
            problem={code === 'not-confirmed' ? problem : undefined}
            required
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <div>
            <button type="submit" className="form-button danger">
              Delete my account
            </button>
          </div>
        </form>
      </section>
    </SettingsPage>
  );
}
