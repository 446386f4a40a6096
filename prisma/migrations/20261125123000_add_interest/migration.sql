-- How much a paper may be wanted, so that a day without votes begins with what readers came for; and weights of the instance's own.

ALTER TABLE papers
  ADD COLUMN interest integer NOT NULL DEFAULT 0,
  ADD COLUMN interest_model text NOT NULL DEFAULT '';
-- Finds what another model scored.
CREATE INDEX papers_interest_model_idx ON papers (interest_model);

CREATE TABLE interest_models (
  id      serial PRIMARY KEY,
  made_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  weights jsonb,
  figures jsonb NOT NULL,
  used    boolean NOT NULL,
  CONSTRAINT interest_models_used_has_weights CHECK (NOT used OR weights IS NOT NULL)
);
