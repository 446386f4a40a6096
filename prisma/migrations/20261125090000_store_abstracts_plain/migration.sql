-- PostgreSQL's own compression saves a quarter on texts of this length and costs an import a third of its writing and
-- every list an unpacking; stored plainly and out of line they also stay where they are when a vote changes the row.
ALTER TABLE papers
  ALTER COLUMN abstract SET STORAGE EXTERNAL,
  ALTER COLUMN abstract_html SET STORAGE EXTERNAL,
  ALTER COLUMN abstract_text SET STORAGE EXTERNAL;
