-- Papers that members bring, kept until their source has told of them; what claims need to be decided; stale comments.

CREATE TABLE submissions (
  id          text PRIMARY KEY,
  -- No reference: while the source is down the paper is not here yet.
  paper_id    text NOT NULL,
  user_id     text NOT NULL REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  status      text NOT NULL DEFAULT 'pending',
  comment     text,
  code_url    text,
  project_url text,
  -- The day on whose list it stands.
  day         date,
  -- Why it waits, or was refused.
  problem     text,
  tries       integer NOT NULL DEFAULT 0,
  next_try_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_at  timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  settled_at  timestamptz(3),
  -- Of a paper there is one submission that waits or is listed; refused ones stand in nobody's way.
  live_paper  text UNIQUE GENERATED ALWAYS AS (CASE WHEN status <> 'refused' THEN paper_id END) STORED,
  CONSTRAINT submissions_id_is_object_id CHECK (id ~ '^[0-9a-f]{24}$'),
  CONSTRAINT submissions_status CHECK (status IN ('pending', 'listed', 'refused')),
  CONSTRAINT submissions_listed_has_a_day CHECK ((status = 'listed') = (day IS NOT NULL)),
  CONSTRAINT submissions_settled CHECK ((status = 'pending') = (settled_at IS NULL)),
  CONSTRAINT submissions_comment_length CHECK (length(comment) <= 65536)
);
CREATE INDEX submissions_user_id_created_at_id_idx ON submissions (user_id, created_at DESC, id DESC);
CREATE INDEX submissions_status_next_try_at_idx ON submissions (status, next_try_at);

-- What somebody is about to submit, so that a look at it, or a refusal, loses nothing.
CREATE TABLE submission_drafts (
  user_id     text NOT NULL REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  paper_id    text NOT NULL,
  comment     text NOT NULL DEFAULT '',
  code_url    text NOT NULL DEFAULT '',
  project_url text NOT NULL DEFAULT '',
  notice      text,
  updated_at  timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (user_id, paper_id)
);
CREATE INDEX submission_drafts_updated_at_idx ON submission_drafts (updated_at);

-- For moderators' eyes: why somebody says that the paper is his.
ALTER TABLE author_claims ADD COLUMN note text NOT NULL DEFAULT '';
CREATE INDEX author_claims_status_created_at_idx ON author_claims (status, created_at);

CREATE INDEX comments_render_version_idx ON comments (render_version);
