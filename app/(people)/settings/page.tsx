import { Field } from '@/components/people/field';
import { HandleField } from '@/components/people/handle-field';
import { Notice } from '@/components/people/notice';
import { SettingsPage } from '@/components/people/settings-page';
import type { Query } from '@/lib/next/query';
import { queryValue } from '@/lib/next/query';
import { site } from '@/lib/next/site';
import { requireSession } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { handleProblem, isPlaceholderAddress, settingsProblem } from '@/src/accounts';

const DONE: Record<string, string> = { profile: 'Your profile is saved.', handle: 'This is your handle now.' };

export default async function Page({ searchParams }: { searchParams: Query }) {
  const { viewer, handleChosen } = await requireSession('/settings');
  const self = await services().accounts.findSelf(viewer.id);
  const problem = await queryValue(searchParams, 'problem');
  const typed = await queryValue(searchParams, 'handle');
  const done = DONE[(await queryValue(searchParams, 'done')) ?? ''];
  return (
    <SettingsPage site={site()} path="/settings" handle={viewer.handle}>
      {done && <Notice kind="done">{done}</Notice>}
      {problem && typed === undefined && <Notice kind="problem">{settingsProblem(problem)}</Notice>}
      <section className="mb-12">
        <h2 className="section-heading">Handle</h2>
        <form method="post" action="/settings/choose-handle" className="form">
          <HandleField
            value={typed ?? (handleChosen ? viewer.handle : '')}
            problem={typed === undefined ? undefined : handleProblem(problem, typed)}
          />
          <p className="hint">Your old handle stays yours, and its address leads to the new one.</p>
          <div>
            <button type="submit" className="form-button">
              Change handle
            </button>
          </div>
        </form>
      </section>
      <section className="mb-12">
        <h2 className="section-heading">Profile</h2>
        <form method="post" action="/settings/save-profile" className="form">
          <Field
            name="displayName"
            label="Name"
            hint="Shown beside your handle. Leave it empty to be known by the handle alone."
            defaultValue={self?.displayName ?? ''}
            maxLength={60}
            autoComplete="name"
          />
          <div className="check">
            <input
              type="checkbox"
              id="upvotesHidden"
              name="upvotesHidden"
              defaultChecked={self?.upvotesHidden ?? false}
              aria-describedby="upvotesHidden-hint"
            />
            <div>
              <label htmlFor="upvotesHidden" className="font-semibold">
                Hide my upvotes
              </label>
              <p id="upvotesHidden-hint" className="hint">
                They count as before; your profile does not list them.
              </p>
            </div>
          </div>
          <div>
            <button type="submit" className="form-button primary">
              Save profile
            </button>
          </div>
        </form>
      </section>
      {self && (
        <section>
          <h2 className="section-heading">Sign-in</h2>
          <p>
            {isPlaceholderAddress(self.email) ? (
              'You sign in with ORCID; no e-mail address is kept.'
            ) : (
              <>
                Links go to <strong>{self.email}</strong>. Nobody else sees this address.
              </>
            )}
          </p>
        </section>
      )}
    </SettingsPage>
  );
}
