-- The map of a day is drawn once and kept: laying five hundred papers out takes a second or two.

CREATE TABLE day_maps (
  day        date PRIMARY KEY,
  papers_key text NOT NULL,
  layout     jsonb NOT NULL,
  drawn_at   timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
