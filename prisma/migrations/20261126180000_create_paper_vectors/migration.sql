-- Vectors of papers by a model that the operator chose besides the built-in one, whose own stay in paper_search.

CREATE TABLE paper_vectors (
  paper_id     text NOT NULL REFERENCES papers (id) ON DELETE CASCADE ON UPDATE CASCADE,
  model        text NOT NULL,
  -- The content that the vector was made of; one of another content is made anew.
  content_hash text NOT NULL,
  -- A direction, one signed byte a dimension.
  vector       bytea NOT NULL,
  PRIMARY KEY (paper_id, model)
);
CREATE INDEX paper_vectors_model_idx ON paper_vectors (model);
ALTER TABLE paper_vectors ALTER COLUMN vector SET STORAGE EXTERNAL;
