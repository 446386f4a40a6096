-- Readers who take the digest by e-mail, with or without an account, and the addresses that no mail may go to.

CREATE TABLE subscribers (
  id              text PRIMARY KEY,
  -- Where mail is sent to; the domain in ASCII, the rest as its owner wrote it.
  email           text NOT NULL,
  -- The same in lower case: one address, however it is written.
  email_key       text NOT NULL,
  user_id         text REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  status          text NOT NULL DEFAULT 'pending',
  cadence         text NOT NULL DEFAULT 'weekdays',
  -- ISO, 1 is Monday; only a weekly digest heeds it.
  weekday         smallint NOT NULL DEFAULT 1,
  hour            smallint NOT NULL DEFAULT 8,
  zone            text NOT NULL DEFAULT 'UTC',
  -- Empty means all that the instance carries.
  categories      text[] NOT NULL DEFAULT '{}',
  include_words   text[] NOT NULL DEFAULT '{}',
  exclude_words   text[] NOT NULL DEFAULT '{}',
  papers          smallint NOT NULL DEFAULT 12,
  created_at      timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  confirmed_at    timestamptz(3),
  updated_at      timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  paused_at       timestamptz(3),
  unsubscribed_at timestamptz(3),
  -- End of the window of the last edition that was delivered, or found empty. The next one begins here.
  covered_until   timestamptz(3),
  next_due_at     timestamptz(3),
  CONSTRAINT subscribers_id_is_object_id CHECK (id ~ '^[0-9a-f]{24}$'),
  CONSTRAINT subscribers_email_key_is_canonical CHECK (email_key = lower(email) AND email_key ~ '^[!-~]+@[!-~]+$' AND length(email_key) <= 254),
  CONSTRAINT subscribers_status_known CHECK (status IN ('pending', 'active', 'paused', 'unsubscribed')),
  CONSTRAINT subscribers_confirmed_unless_pending CHECK ((status = 'pending') = (confirmed_at IS NULL)),
  CONSTRAINT subscribers_cadence_known CHECK (cadence IN ('daily', 'weekdays', 'weekly')),
  CONSTRAINT subscribers_weekday_is_iso CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT subscribers_hour_of_day CHECK (hour BETWEEN 0 AND 23),
  CONSTRAINT subscribers_zone_length CHECK (length(zone) BETWEEN 1 AND 64),
  CONSTRAINT subscribers_papers_range CHECK (papers BETWEEN 5 AND 50)
);
CREATE UNIQUE INDEX subscribers_email_key_key ON subscribers (email_key);
CREATE INDEX subscribers_user_id_idx ON subscribers (user_id);
CREATE INDEX subscribers_status_created_at_id_idx ON subscribers (status, created_at, id);
-- What the planner of editions asks for; only who is active is ever due.
CREATE INDEX subscribers_due ON subscribers (next_due_at, id) WHERE status = 'active';

-- Links that were mailed to an address, by the hash of their secret. `wanted` are the preferences that were asked for
-- together with it: nobody but who holds the link can make them the subscriber's.
CREATE TABLE subscriber_tokens (
  hash          text PRIMARY KEY,
  subscriber_id text NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE ON UPDATE CASCADE,
  scope         text NOT NULL,
  wanted        jsonb,
  created_at    timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at    timestamptz(3),
  used_at       timestamptz(3),
  CONSTRAINT subscriber_tokens_hash_is_sha256 CHECK (hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT subscriber_tokens_scope_known CHECK (scope IN ('confirm', 'manage'))
);
CREATE INDEX subscriber_tokens_subscriber_id_idx ON subscriber_tokens (subscriber_id);
CREATE INDEX subscriber_tokens_expires_at_idx ON subscriber_tokens (expires_at);

-- Outlives the subscriber on purpose: who bounced or complained is never mailed again.
CREATE TABLE suppressions (
  email_key text PRIMARY KEY,
  reason    text NOT NULL,
  detail    text NOT NULL DEFAULT '',
  at        timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT suppressions_reason_known CHECK (reason IN ('hard-bounce', 'complaint', 'manual')),
  CONSTRAINT suppressions_detail_length CHECK (length(detail) <= 1000)
);
CREATE INDEX suppressions_at_email_key_idx ON suppressions (at DESC, email_key);
