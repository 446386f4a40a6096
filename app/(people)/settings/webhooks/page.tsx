import { Field } from '@/components/people/field';
import { Notice } from '@/components/people/notice';
import { SettingsPage } from '@/components/people/settings-page';
import { WebhookCard } from '@/components/webhooks/webhook-card';
import { type Query, queryValue } from '@/lib/next/query';
import { requestTime } from '@/lib/next/reads';
import { site } from '@/lib/next/site';
import { requireSession } from '@/lib/next/viewer';
import { services } from '@/lib/services';
import { EVENTS, MOST_WEBHOOKS, type Webhook } from '@/src/webhooks';

const SHOWN = 10;
const SAID: Record<string, string> = {
  added: 'Added. Its secret is below.',
  tested: 'A test was sent; below it says how it went.',
  enabled: 'It is on again. What happened meanwhile is not told.',
  rotated: 'The secret is a new one.',
  removed: 'Removed.',
};
const PROBLEMS: Record<string, string> = {
  'bad-url': 'Give a whole address that begins with https:// and holds no name or password.',
  'no-event': 'Choose what you want to be told of.',
  'not-instance-event': 'Searches are a person’s. Choose another event for the whole instance.',
  full: `There are ${MOST_WEBHOOKS} webhooks already. Remove one.`,
  'no-such-webhook': 'You have no such webhook.',
};

async function cardsOf(hooks: readonly Webhook[]) {
  return Promise.all(
    hooks.map(async (hook) => (
      <WebhookCard
        key={hook.id}
        hook={hook}
        told={hook.events.map((event) => EVENTS[event]).join('; ')}
        deliveries={await services().webhooks.deliveries(hook.id, SHOWN)}
        now={requestTime()}
      />
    )),
  );
}

export default async function Page({ searchParams }: { searchParams: Query }) {
  const { viewer } = await requireSession('/settings/webhooks');
  const { webhooks } = services();
  const isAdmin = viewer.role === 'admin';
  const [own, instance] = await Promise.all([webhooks.list(viewer.id), isAdmin ? webhooks.list(null) : []]);
  const done = SAID[(await queryValue(searchParams, 'done')) ?? ''];
  const problem = await queryValue(searchParams, 'problem');
  return (
    <SettingsPage site={site()} path="/settings/webhooks" handle={viewer.handle}>
      {problem && <Notice kind="problem">{PROBLEMS[problem] ?? 'That could not be done.'}</Notice>}
      {done && <Notice kind="done">{done}</Notice>}
      {own.length > 0 && (
        <section className="mb-12">
          <h2 className="section-heading">Your webhooks</h2>
          {await cardsOf(own)}
        </section>
      )}
      {instance.length > 0 && (
        <section className="mb-12">
          <h2 className="section-heading">Webhooks of the instance</h2>
          {await cardsOf(instance)}
        </section>
      )}
      <section>
        <h2 className="section-heading">Add a webhook</h2>
        <form method="post" action="/settings/add-webhook" className="form">
          <p>
            When something happens, we post it as JSON to an address of yours, signed, and try again for three days
            where that fails.
          </p>
          <Field
            name="url"
            label="Address"
            type="url"
            hint="Such as https://example.org/hooks/papers"
            required
            maxLength={2_000}
          />
          <fieldset className="field">
            <legend>Tell me of</legend>
            {Object.entries(EVENTS).map(([event, label]) => (
              <div key={event} className="check mt-2">
                <input type="checkbox" id={event} name="event" value={event} />
                <label htmlFor={event}>{label}</label>
              </div>
            ))}
          </fieldset>
          {isAdmin && (
            <div className="check">
              <input type="checkbox" id="instance" name="instance" aria-describedby="instance-hint" />
              <div>
                <label htmlFor="instance" className="font-semibold">
                  For the whole instance
                </label>
                <p id="instance-hint" className="hint">
                  New lists and every reply, whoever’s; all administrators manage it.
                </p>
              </div>
            </div>
          )}
          <div>
            <button type="submit" className="form-button primary">
              Add webhook
            </button>
          </div>
        </form>
      </section>
    </SettingsPage>
  );
}
