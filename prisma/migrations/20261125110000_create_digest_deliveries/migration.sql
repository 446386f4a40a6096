-- Editions of the digest and the ledger that proves who got which, so that a crash loses nobody and repeats nothing.

-- When the digest first knew of each paper that the feed shows. Windows are cut by this and not by the paper's day, so a list
-- that arrives late is in the next edition, and a paper that is listed or picked again is not news a second time.
CREATE TABLE digest_arrivals (
  paper_id   text PRIMARY KEY REFERENCES papers (id) ON DELETE CASCADE ON UPDATE CASCADE,
  arrived_at timestamptz(3) NOT NULL
);
CREATE INDEX digest_arrivals_arrived_at_paper_id_idx ON digest_arrivals (arrived_at, paper_id);

-- One row. `cut_at`: the end of the latest window; whatever arrives later lies after it. The rest is the pace of sending,
-- which all processes share.
CREATE TABLE digest_clock (
  id           boolean PRIMARY KEY DEFAULT true,
  cut_at       timestamptz(3),
  free_at      timestamptz(3) NOT NULL DEFAULT '-infinity',
  paused_until timestamptz(3) NOT NULL DEFAULT '-infinity',
  busy_in_row  integer NOT NULL DEFAULT 0,
  -- Why sending pauses: the server's own words.
  pause_reason text NOT NULL DEFAULT '',
  -- When the operators were last mailed a warning.
  warned_at    timestamptz(3),
  CONSTRAINT digest_clock_is_one CHECK (id)
);
INSERT INTO digest_clock DEFAULT VALUES;

CREATE TABLE digest_editions (
  id         serial PRIMARY KEY,
  kind       text NOT NULL,
  day        date NOT NULL,
  planned_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT digest_editions_kind_known CHECK (kind IN ('daily', 'weekly'))
);
CREATE UNIQUE INDEX digest_editions_kind_day_key ON digest_editions (kind, day);
CREATE INDEX digest_editions_day_id_idx ON digest_editions (day DESC, id DESC);

CREATE TABLE digest_deliveries (
  id            bigserial PRIMARY KEY,
  edition_id    integer NOT NULL REFERENCES digest_editions (id) ON DELETE CASCADE ON UPDATE CASCADE,
  -- Null once the reader's data were deleted; the count stays.
  subscriber_id text REFERENCES subscribers (id) ON DELETE SET NULL ON UPDATE CASCADE,
  state         text NOT NULL DEFAULT 'queued',
  window_from   timestamptz(3) NOT NULL,
  window_to     timestamptz(3) NOT NULL,
  -- When it was meant to go out.
  due_at        timestamptz(3) NOT NULL,
  queued_at     timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  -- Queued: when to try next. Sending: when the lease ends and another process may take it over.
  run_at        timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  -- Who has it: only the holder of the lease may mark it.
  lease         text,
  attempts      integer NOT NULL DEFAULT 0,
  attempted_at  timestamptz(3),
  finished_at   timestamptz(3),
  papers        smallint,
  -- What the mail server said last, or why nothing was sent.
  answer        text NOT NULL DEFAULT '',
  CONSTRAINT digest_deliveries_state_known CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'suppressed', 'skipped')),
  CONSTRAINT digest_deliveries_window_order CHECK (window_from <= window_to),
  CONSTRAINT digest_deliveries_finished CHECK ((finished_at IS NULL) = (state IN ('queued', 'sending'))),
  CONSTRAINT digest_deliveries_leased CHECK ((lease IS NULL) = (state <> 'sending')),
  CONSTRAINT digest_deliveries_answer_length CHECK (length(answer) <= 1000)
);
-- One mail an edition and reader.
CREATE UNIQUE INDEX digest_deliveries_edition_id_subscriber_id_key ON digest_deliveries (edition_id, subscriber_id);
CREATE INDEX digest_deliveries_edition_id_state_id_idx ON digest_deliveries (edition_id, state, id);
CREATE INDEX digest_deliveries_subscriber_id_queued_at_id_idx ON digest_deliveries (subscriber_id, queued_at DESC, id DESC);
-- One open delivery a reader: two windows that overlap can never both be on their way.
CREATE UNIQUE INDEX digest_deliveries_open ON digest_deliveries (subscriber_id) WHERE state IN ('queued', 'sending');
CREATE INDEX digest_deliveries_to_do ON digest_deliveries (run_at, id) WHERE state IN ('queued', 'sending');
