-- Discussion of papers, what readers flag, and what moderators have to decide; the runs of jobs for those who watch over them.

ALTER TABLE papers
  -- Taken out of the lists by a moderator; its own page stays and says so.
  ADD COLUMN hidden boolean NOT NULL DEFAULT false,
  ADD COLUMN comments_locked boolean NOT NULL DEFAULT false;

CREATE TABLE comments (
  id             text PRIMARY KEY,
  paper_id       text NOT NULL REFERENCES papers (id) ON DELETE CASCADE ON UPDATE CASCADE,
  parent_id      text REFERENCES comments (id) ON DELETE CASCADE ON UPDATE CASCADE,
  -- Null once the account is gone; the place in the discussion stays.
  author_id      text REFERENCES users (id) ON DELETE SET NULL ON UPDATE CASCADE,
  body           text NOT NULL,
  body_html      text NOT NULL,
  render_version integer NOT NULL,
  created_at     timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  edited_at      timestamptz(3),
  deleted_at     timestamptz(3),
  hidden_at      timestamptz(3),
  CONSTRAINT comments_id_is_object_id CHECK (id ~ '^[0-9a-f]{24}$'),
  CONSTRAINT comments_body_length CHECK (length(body) <= 65536),
  -- Nothing of a deleted comment is kept, so that nothing of it can be shown by mistake.
  CONSTRAINT comments_deleted_is_empty CHECK ((deleted_at IS NULL) = (body <> '') AND (deleted_at IS NULL OR body_html = ''))
);
CREATE INDEX comments_paper_id_created_at_id_idx ON comments (paper_id, created_at, id);
CREATE INDEX comments_parent_id_idx ON comments (parent_id);
CREATE INDEX comments_author_id_created_at_id_idx ON comments (author_id, created_at DESC, id DESC);

-- As with votes: whoever changes comments, the count follows in the same transaction, and every process hears which pages
-- changed. The lock comes first, and the count in a statement of its own, so that it sees every comment committed before.
CREATE FUNCTION recount_comments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  paper text;
  counted integer;
BEGIN
  PERFORM FROM papers WHERE id IN (SELECT t.paper_id FROM touched t) ORDER BY id FOR NO KEY UPDATE;
  FOR paper IN SELECT DISTINCT t.paper_id FROM touched t ORDER BY 1 LOOP
    SELECT count(*) INTO counted FROM comments c
      WHERE c.paper_id = paper AND c.deleted_at IS NULL AND c.hidden_at IS NULL;
    UPDATE papers p SET comments = counted WHERE p.id = paper AND p.comments <> counted;
    IF FOUND THEN
      PERFORM pg_notify('broadsheet_changes', concat_ws(' ', 'paper:' || paper, 'lists',
        (SELECT string_agg('day:' || l.day, ' ') FROM listings l WHERE l.paper_id = paper)));
    ELSE
      PERFORM pg_notify('broadsheet_changes', 'paper:' || paper);
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER comments_recount_inserted AFTER INSERT ON comments
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION recount_comments();
CREATE TRIGGER comments_recount_updated AFTER UPDATE ON comments
  REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION recount_comments();
CREATE TRIGGER comments_recount_deleted AFTER DELETE ON comments
  REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION recount_comments();

-- What somebody is writing, so that a preview, or a refusal, loses nothing.
CREATE TABLE comment_drafts (
  user_id    text NOT NULL REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  paper_id   text NOT NULL REFERENCES papers (id) ON DELETE CASCADE ON UPDATE CASCADE,
  -- `new`, `reply:<id>` or `edit:<id>`.
  place      text NOT NULL,
  body       text NOT NULL,
  -- Why it was not posted.
  notice     text,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (user_id, paper_id, place)
);
CREATE INDEX comment_drafts_paper_id_idx ON comment_drafts (paper_id);
CREATE INDEX comment_drafts_updated_at_idx ON comment_drafts (updated_at);

-- One a person and item. A flag that a moderator has dealt with does not count towards the next time.
CREATE TABLE flags (
  subject_kind text NOT NULL,
  subject_id   text NOT NULL,
  user_id      text NOT NULL REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  reason       text NOT NULL,
  created_at   timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  settled_at   timestamptz(3),
  PRIMARY KEY (subject_kind, subject_id, user_id),
  CONSTRAINT flags_subject_kind CHECK (subject_kind IN ('paper', 'comment'))
);
CREATE INDEX flags_user_id_idx ON flags (user_id);

-- What waits for a moderator; a row stays when it is settled and is taken up again by later flags.
CREATE TABLE moderation_queue (
  subject_kind text NOT NULL,
  subject_id   text NOT NULL,
  queued_at    timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  settled_at   timestamptz(3),
  PRIMARY KEY (subject_kind, subject_id),
  CONSTRAINT moderation_queue_subject_kind CHECK (subject_kind IN ('paper', 'comment'))
);
CREATE INDEX moderation_queue_settled_at_queued_at_idx ON moderation_queue (settled_at, queued_at);

-- What undoing needs and the sentence does not hold, such as the role before.
ALTER TABLE moderation_log ADD COLUMN detail jsonb NOT NULL DEFAULT '{}';

CREATE TABLE job_runs (
  id          serial PRIMARY KEY,
  job         text NOT NULL,
  status      text NOT NULL DEFAULT 'running',
  started_at  timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  finished_at timestamptz(3),
  note        text,
  CONSTRAINT job_runs_status CHECK (status IN ('running', 'succeeded', 'failed')),
  CONSTRAINT job_runs_finished CHECK ((status = 'running') = (finished_at IS NULL))
);
CREATE INDEX job_runs_job_started_at_idx ON job_runs (job, started_at DESC);
