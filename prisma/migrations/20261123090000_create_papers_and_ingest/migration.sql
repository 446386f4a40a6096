-- Papers, the days they were listed on, and the ledger that proves none was missed.

CREATE TABLE papers (
  id               text PRIMARY KEY,
  source           text NOT NULL DEFAULT 'arxiv',
  title            text NOT NULL,
  title_html       text NOT NULL,
  title_text       text NOT NULL,
  abstract         text NOT NULL,
  abstract_html    text NOT NULL,
  abstract_text    text NOT NULL,
  authors          text[] NOT NULL,
  author_keys      text[] NOT NULL,
  organization     jsonb,
  primary_category text NOT NULL,
  categories       text[] NOT NULL,
  published_at     timestamptz(3) NOT NULL,
  revised_at       timestamptz(3),
  versions         jsonb NOT NULL DEFAULT '[]',
  latest_version   integer NOT NULL DEFAULT 1,
  doi              text,
  journal_ref      text,
  comment          text,
  comment_html     text,
  license          text,
  code_url         text,
  project_url      text,
  outside          jsonb,
  withdrawn        boolean NOT NULL DEFAULT false,
  sample           boolean NOT NULL DEFAULT false,
  upvotes          integer NOT NULL DEFAULT 0,
  outside_upvotes  integer NOT NULL DEFAULT 0,
  votes            integer NOT NULL GENERATED ALWAYS AS (upvotes + outside_upvotes) STORED,
  comments         integer NOT NULL DEFAULT 0,
  outside_comments integer NOT NULL DEFAULT 0,
  -- The first day on which the feed shows it; null while no day's list holds it.
  first_listed     date,
  -- log2(1 + votes) + days / 2: an order that decays by half every two days and never has to be recomputed.
  trending         double precision GENERATED ALWAYS AS
    (ln((1 + upvotes + outside_upvotes)::double precision) / ln(2::double precision) + (first_listed - DATE '2000-01-01') / 2::double precision) STORED,
  render_version   integer NOT NULL DEFAULT 0,
  -- What merging and rendering again need and no other column holds: how well informed the sources were, names with their TeX.
  source_facts     jsonb NOT NULL DEFAULT '{}',
  content_hash     text NOT NULL,
  created_at       timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  changed_at       timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT papers_id_not_empty CHECK (id <> ''),
  CONSTRAINT papers_counts_not_negative CHECK (upvotes >= 0 AND outside_upvotes >= 0 AND comments >= 0 AND outside_comments >= 0),
  -- Both are empty while only a source that knows no categories, such as a Hub, has told of the paper.
  CONSTRAINT papers_primary_is_a_category CHECK (primary_category = ANY (categories) OR (primary_category = '' AND categories = '{}'))
);
-- Withdrawn papers sort last in every list.
CREATE INDEX papers_withdrawn_published_at_id_idx ON papers (withdrawn, published_at DESC, id DESC);
CREATE INDEX papers_withdrawn_trending_id_idx ON papers (withdrawn, trending DESC, id DESC);
CREATE INDEX papers_categories_idx ON papers USING gin (categories);
CREATE INDEX papers_author_keys_idx ON papers USING gin (author_keys);

CREATE TABLE listings (
  day        date NOT NULL,
  paper_id   text NOT NULL REFERENCES papers (id) ON DELETE CASCADE ON UPDATE CASCADE,
  announced  text,
  categories text[] NOT NULL,
  picked     boolean NOT NULL DEFAULT false,
  picked_by  text,
  source     text NOT NULL,
  listed_at  timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (day, paper_id),
  CONSTRAINT listings_announced_kind CHECK (announced IN ('new', 'cross', 'replace', 'replace-cross')),
  CONSTRAINT listings_announced_or_picked CHECK (announced IS NOT NULL OR picked)
);
CREATE INDEX listings_paper_id_day_idx ON listings (paper_id, day);

CREATE TABLE announcements (
  source        text NOT NULL,
  day           date NOT NULL,
  category      text NOT NULL,
  new_count     integer NOT NULL,
  cross_count   integer NOT NULL,
  replace_count integer NOT NULL,
  paper_ids     text[] NOT NULL,
  ids_hash      text NOT NULL,
  fetched_at    timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (source, day, category)
);
CREATE INDEX announcements_day_idx ON announcements (day);

CREATE TABLE ingest_runs (
  id           serial PRIMARY KEY,
  source       text NOT NULL,
  arguments    jsonb NOT NULL DEFAULT '{}',
  status       text NOT NULL DEFAULT 'running',
  started_at   timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  heartbeat_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  finished_at  timestamptz(3),
  seen         integer NOT NULL DEFAULT 0,
  created      integer NOT NULL DEFAULT 0,
  updated      integer NOT NULL DEFAULT 0,
  unchanged    integer NOT NULL DEFAULT 0,
  rejected     integer NOT NULL DEFAULT 0,
  error        text,
  warnings     text[] NOT NULL DEFAULT '{}',
  CONSTRAINT ingest_runs_status CHECK (status IN ('running', 'succeeded', 'failed', 'interrupted'))
);
CREATE INDEX ingest_runs_started_at_idx ON ingest_runs (started_at DESC);

CREATE TABLE ingest_rejects (
  id      serial PRIMARY KEY,
  run_id  integer NOT NULL REFERENCES ingest_runs (id) ON DELETE CASCADE ON UPDATE CASCADE,
  place   text NOT NULL,
  reason  text NOT NULL,
  excerpt text,
  at      timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX ingest_rejects_run_id_idx ON ingest_rejects (run_id);

CREATE TABLE ingest_cursors (
  source     text NOT NULL,
  scope      text NOT NULL,
  state      jsonb NOT NULL,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (source, scope)
);
