-- People: who they are, how they signed in, what they may do, and the limits that every process shares.

CREATE TABLE users (
  id             text PRIMARY KEY,
  email          text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  handle         text NOT NULL UNIQUE,
  -- Null while the handle is the one that sign-up made; a person is asked once.
  handle_chosen_at timestamptz(3),
  display_name   text NOT NULL DEFAULT '',
  role           text NOT NULL DEFAULT 'member',
  upvotes_hidden boolean NOT NULL DEFAULT false,
  suspended_at   timestamptz(3),
  created_at     timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at     timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT users_id_is_object_id CHECK (id ~ '^[0-9a-f]{24}$'),
  CONSTRAINT users_email_is_lower_case CHECK (email = lower(email)),
  CONSTRAINT users_handle_shape CHECK (handle ~ '^[a-z0-9](-?[a-z0-9])+$' AND length(handle) BETWEEN 3 AND 30),
  CONSTRAINT users_display_name_length CHECK (length(display_name) <= 80),
  CONSTRAINT users_role CHECK (role IN ('member', 'moderator', 'admin'))
);
CREATE INDEX users_created_at_id_idx ON users (created_at DESC, id DESC);

-- Every handle that anybody chose stays his, also after he changed it; after he left it is nobody's.
CREATE TABLE handles (
  handle   text PRIMARY KEY,
  user_id  text REFERENCES users (id) ON DELETE SET NULL ON UPDATE CASCADE,
  taken_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX handles_user_id_idx ON handles (user_id);

CREATE TABLE sessions (
  id         text PRIMARY KEY,
  token      text NOT NULL UNIQUE,
  user_id    text NOT NULL REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  ip_address text,
  user_agent text,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX sessions_user_id_idx ON sessions (user_id);
CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);

-- A person at an outside provider. The provider's tokens are not kept: nothing here calls it again.
CREATE TABLE identities (
  id          text PRIMARY KEY,
  provider_id text NOT NULL,
  account_id  text NOT NULL,
  user_id     text NOT NULL REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  created_at  timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at  timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX identities_provider_id_account_id_key ON identities (provider_id, account_id);
CREATE INDEX identities_user_id_idx ON identities (user_id);

-- What waits to be used once: hashed sign-in links, and the state of a sign-in at an outside provider.
CREATE TABLE verifications (
  id         text PRIMARY KEY,
  identifier text NOT NULL,
  value      text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX verifications_identifier_idx ON verifications (identifier);
CREATE INDEX verifications_expires_at_idx ON verifications (expires_at);

CREATE TABLE api_tokens (
  id           text PRIMARY KEY,
  user_id      text NOT NULL REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  name         text NOT NULL,
  hash         text NOT NULL UNIQUE,
  prefix       text NOT NULL,
  scopes       text[] NOT NULL,
  created_at   timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  last_used_at timestamptz(3),
  CONSTRAINT api_tokens_hash_is_sha256 CHECK (hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT api_tokens_scopes CHECK (scopes <@ ARRAY['read', 'write'] AND cardinality(scopes) > 0)
);
CREATE INDEX api_tokens_user_id_idx ON api_tokens (user_id);

-- One instant a key is all that the limiter needs (the generic cell rate algorithm).
CREATE TABLE rate_limits (
  key     text PRIMARY KEY,
  free_at timestamptz(3) NOT NULL
);
CREATE INDEX rate_limits_free_at_idx ON rate_limits (free_at);

-- Facts of which there is one in an instance's life, such as that its first admin has been made.
CREATE TABLE instance_facts (
  key   text PRIMARY KEY,
  value text NOT NULL,
  at    timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
