-- What searching needs of a paper, computed once when its text is stored, so that an index is loaded and not made.

CREATE TABLE paper_search (
  paper_id text PRIMARY KEY REFERENCES papers (id) ON DELETE CASCADE ON UPDATE CASCADE,
  -- Which tokenizer and embedding made the row; rows of an older one are made anew in the background.
  model    text NOT NULL,
  -- A direction, one signed byte a dimension.
  vector   bytea NOT NULL,
  -- Five bytes a term: its hash, little endian, and how often it occurs.
  terms    bytea NOT NULL
);
-- Neither can be compressed; trying would cost time at ingest.
ALTER TABLE paper_search ALTER COLUMN vector SET STORAGE EXTERNAL, ALTER COLUMN terms SET STORAGE EXTERNAL;
