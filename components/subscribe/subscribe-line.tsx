/**
 * Subscribes with an address alone; everything else has its default. A script fills in the address of who is signed in, and
 * the zone of the browser's clock.
 */
export const SubscribeLine = () => (
  <form method="post" action="/subscribe/request" className="subscribe-line">
    <label htmlFor="subscribe-email">Get trending papers in your inbox</label>
    <div>
      <input
        id="subscribe-email"
        name="email"
        type="email"
        required
        maxLength={254}
        placeholder="you@example.org"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="email"
        data-own-email
      />
      <input type="hidden" name="guessedZone" data-guess-zone="" />
      <button type="submit">Subscribe</button>
    </div>
    <p className="hint">
      <a href="/subscribe">Choose topics, days and hour</a>
    </p>
  </form>
);
