import { Field } from './field';

type Props = { next: string; providers: { id: string; name: string }[] };

/** The ways to sign in: a mailed link, and the providers that this instance has set up. */
export const SignInForms = ({ next, providers }: Props) => (
  <div className="form">
    <p>We mail you a link; there is no password. If you are new here, the link makes your account.</p>
    <form method="post" action="/sign-in/email" className="form">
      <Field
        name="email"
        label="E-mail address"
        type="email"
        required
        maxLength={254}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="email"
      />
      <input type="hidden" name="next" value={next} />
      <div>
        <button type="submit" className="form-button primary">
          Mail me a link
        </button>
      </div>
    </form>
    {providers.length > 0 && (
      <section aria-label="Other ways to sign in" className="grid gap-3 border-t border-rule pt-6">
        {providers.map(({ id, name }) => (
          <form key={id} method="post" action="/sign-in/with">
            <input type="hidden" name="provider" value={id} />
            <input type="hidden" name="next" value={next} />
            <button type="submit" className="form-button w-full">
              Sign in with {name}
            </button>
          </form>
        ))}
      </section>
    )}
  </div>
);
