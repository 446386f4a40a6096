import { headers } from 'next/headers';
import { Field } from '@/components/people/field';
import { Notice } from '@/components/people/notice';
import { SettingsPage } from '@/components/people/settings-page';
import { TokenList } from '@/components/people/token-list';
import { tokenJustMade } from '@/lib/next/people/new-token';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { requireSession } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { settingsProblem } from '@/src/accounts';

export default async function Page({ searchParams }: { searchParams: Query }) {
  const { viewer } = await requireSession('/settings/tokens');
  const tokens = await services().accounts.listTokens(viewer.id);
  const problem = settingsProblem(await queryValue(searchParams, 'problem'));
  const done = await queryValue(searchParams, 'done');
  const made = done === 'token' ? tokenJustMade(await headers()) : undefined;
  return (
    <SettingsPage site={site()} path="/settings/tokens" handle={viewer.handle}>
      {problem && <Notice kind="problem">{problem}</Notice>}
      {done === 'revoked' && <Notice kind="done">That token is worthless now.</Notice>}
      {made && (
        <div role="status" className="notice mb-8">
          <p className="font-semibold">Copy the token now. It is not shown again.</p>
          <code className="secret">{made}</code>
        </div>
      )}
      {tokens.length > 0 && (
        <section className="mb-12">
          <h2 className="section-heading">Your tokens</h2>
          <TokenList tokens={tokens} now={requestTime()} />
        </section>
      )}
      <section>
        <h2 className="section-heading">Make a token</h2>
        <form method="post" action="/settings/add-token" className="form">
          <p>
            With a token a program acts as you: send it as <code>Authorization: Bearer …</code>. It cannot change your
            settings.
          </p>
          <Field name="name" label="Name" hint="Where it will be used, such as “laptop”" required maxLength={60} />
          <div className="check">
            <input type="checkbox" id="write" name="write" aria-describedby="write-hint" />
            <div>
              <label htmlFor="write" className="font-semibold">
                May write
              </label>
              <p id="write-hint" className="hint">
                Vote, comment and submit. Without this it only reads.
              </p>
            </div>
          </div>
          <div>
            <button type="submit" className="form-button primary">
              Make token
            </button>
          </div>
        </form>
      </section>
    </SettingsPage>
  );
}
