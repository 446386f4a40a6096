import type { Delivery, Webhook } from '@/src/webhooks';
import { Moment } from '../people/moment';

type Props = {
  hook: Webhook;
  /** What it is told of, in words. */
  told: string;
  deliveries: readonly Delivery[];
  now: Date;
};

const STATES: Record<Delivery['state'], string> = { queued: 'Waits', sent: 'Sent', failed: 'Given up' };

/** A webhook: what it is told of, its secret, what it was sent of late, and what can be done with it. */
export const WebhookCard = ({ hook, told, deliveries, now }: Props) => (
  <section aria-labelledby={`hook-${hook.id}`} className="border-t border-rule py-5">
    <h3 id={`hook-${hook.id}`} className="font-semibold [overflow-wrap:anywhere]">
      {hook.url}
    </h3>
    <p className="mt-1 text-[0.9375rem] text-quiet">{told}</p>
    {hook.disabledAt ? (
      <p className="notice mt-3">
        Switched off <Moment at={hook.disabledAt} now={now} />, because it failed for a week or said that it is gone.
      </p>
    ) : (
      hook.failingSince && (
        <p className="notice mt-3">
          Failing since <Moment at={hook.failingSince} now={now} />. After a week it is switched off.
        </p>
      )
    )}
    <details className="mt-3">
      <summary className="text-sm font-medium">
        Secret<span className="sr-only"> of {hook.url}</span>
      </summary>
      <code className="secret">{hook.secret || 'It cannot be read any more; make a new one.'}</code>
      <p className="hint">
        Messages are signed with it, as standardwebhooks.com describes. Whoever has it can pose as us.
      </p>
    </details>
    {deliveries.length > 0 && (
      <table className="mt-3 w-full text-left text-sm">
        <caption className="sr-only">Latest messages to {hook.url}</caption>
        <thead className="text-quiet">
          <tr>
            <th scope="col" className="pr-4 font-medium">
              When
            </th>
            <th scope="col" className="pr-4 font-medium">
              What
            </th>
            <th scope="col" className="font-medium">
              How it went
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((one, index) => (
            <tr key={index} className="border-t border-rule align-top">
              <td className="py-1 pr-4 whitespace-nowrap">
                <Moment at={one.createdAt} now={now} />
              </td>
              <td className="py-1 pr-4">{one.event}</td>
              <td className="py-1 [overflow-wrap:anywhere]">
                {STATES[one.state]}
                {one.answer && `: ${one.answer}`}
                {one.attempts > 1 && `, ${one.attempts} tries`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    <div className="mt-4 flex flex-wrap gap-2">
      <Deed hook={hook} deed="test" label="Send a test" />
      {(hook.disabledAt || hook.failingSince) && <Deed hook={hook} deed="enable" label="Switch on again" />}
      <Deed hook={hook} deed="rotate" label="New secret" />
      <Deed hook={hook} deed="remove" label="Remove" />
    </div>
  </section>
);

const Deed = ({ hook, deed, label }: { hook: Webhook; deed: string; label: string }) => (
  <form method="post" action="/settings/change-webhook">
    <input type="hidden" name="webhook" value={hook.id} />
    <input type="hidden" name="deed" value={deed} />
    <button type="submit" className="sheet-button">
      {label}
      <span className="sr-only">: {hook.url}</span>
    </button>
  </form>
);
