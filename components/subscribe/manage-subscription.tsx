import type { Subscriber } from '@/src/subscriptions';
import { localDayInWords, scheduleInWords } from './choices';
import { type Offer, PreferencesFields, type Shown } from './preferences-fields';

type Props = { page: string; subscriber: Subscriber; offer: Offer; shown: Shown };

/** Everything that a subscriber can do about his subscription. */
export const ManageSubscription = ({ page, subscriber, offer, shown }: Props) => (
  <div className="grid gap-12">
    <Standing page={page} subscriber={subscriber} />
    <section>
      <h2 className="section-heading">What you get</h2>
      <form method="post" action={`${page}/save`} className="form">
        <PreferencesFields shown={shown} offer={offer} guessesZone={false} />
        <div>
          <button type="submit" className="form-button primary max-mid:w-full">
            Save
          </button>
        </div>
      </form>
    </section>
    {subscriber.status !== 'unsubscribed' && (
      <section>
        <h2 className="section-heading">Leave</h2>
        <form method="post" action={`${page}/leave`}>
          <button type="submit" className="form-button max-mid:w-full">
            Unsubscribe
          </button>
        </form>
      </section>
    )}
    <section>
      <h2 className="section-heading">Your data</h2>
      <div className="form">
        <form method="post" action={`${page}/export`}>
          <button type="submit" className="form-button max-mid:w-full">
            Export my data
          </button>
        </form>
        <form method="post" action={`${page}/erase`} className="form border-t border-rule pt-5">
          <div className="check">
            <input type="checkbox" id="sure" name="sure" required />
            <label htmlFor="sure">Delete my address and all that is kept with it. This cannot be undone.</label>
          </div>
          <div>
            <button type="submit" className="form-button danger max-mid:w-full">
              Delete my data
            </button>
          </div>
        </form>
      </div>
    </section>
  </div>
);

/** How the subscription stands, with the buttons that change it. */
function Standing({ page, subscriber }: { page: string; subscriber: Subscriber }) {
  const { email, status, preferences, nextDueAt, suppressed } = subscriber;
  return (
    <section aria-label="How it stands" className="form">
      <p>
        {status === 'active' ? (
          <>
            {scheduleInWords(preferences)}, to <strong>{email}</strong>.
            {nextDueAt && <> The next mail comes on {localDayInWords(nextDueAt, preferences.zone)}.</>}
          </>
        ) : (
          <>
            {status === 'paused' ? 'Paused' : 'You are unsubscribed'}: nothing is sent to <strong>{email}</strong>.
          </>
        )}
      </p>
      {suppressed && (
        <p className="notice" data-kind="problem">
          Mail to this address came back or was refused, so none is sent. Whoever runs this site can lift that.
        </p>
      )}
      {status === 'active' && !suppressed && (
        <form method="post" action={`${page}/preview`}>
          <button type="submit" className="form-button max-mid:w-full">
            Send me a preview now
          </button>
        </form>
      )}
      <form method="post" action={`${page}/${status === 'active' ? 'pause' : 'resume'}`}>
        <button type="submit" className="form-button max-mid:w-full">
          {status === 'active' ? 'Pause' : status === 'paused' ? 'Resume' : 'Subscribe again'}
        </button>
      </form>
    </section>
  );
}
