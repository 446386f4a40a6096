import { Field } from '@/components/people/field';
import { type Offer, PreferencesFields, type Shown } from './preferences-fields';

type Props = {
  offer: Offer;
  shown: Shown;
  email: string;
  /** What was wrong with what was typed before. */
  problem: string | undefined;
};

/** Asks for an address and, folded away, for what to send there and when. */
export const SubscribeForm = ({ offer, shown, email, problem }: Props) => (
  <form method="post" action="/subscribe/request" className="form">
    <Field
      name="email"
      label="E-mail address"
      type="email"
      required
      maxLength={254}
      defaultValue={email}
      autoComplete="email"
      autoCapitalize="none"
      spellCheck={false}
      inputMode="email"
      data-own-email=""
    />
    <details className="fold" open={problem !== undefined}>
      <summary>Topics, days and hour</summary>
      <div className="form">
        <PreferencesFields shown={shown} offer={offer} guessesZone={problem === undefined} />
      </div>
    </details>
    <div>
      <button type="submit" className="form-button primary max-mid:w-full">
        Subscribe
      </button>
    </div>
  </form>
);
