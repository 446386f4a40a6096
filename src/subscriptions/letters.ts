/**
 * Takes letters about subscriptions to be sent soon. It does not wait until they are: how long an answer takes must not
 * tell whether an address is known.
 */
export interface Letters {
  confirmation(to: string, secret: string): void;
  /** For an address that takes the digest already: the way to its preferences. */
  reminder(to: string, secret: string): void;
}
