-- Full-text search on PostgreSQL alone: folded, stemmed words of every paper beside it, so that a vote does not rewrite them.

-- Lower case, without accents and signs, so that naïve, naive and Na\"ive are one word, and self-attention is two.
-- Only what PostgreSQL itself brings: unaccent may be missing, and is not immutable.
CREATE FUNCTION search_fold(source text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN octet_length(source) = length(source)
    THEN btrim(regexp_replace(lower(source), '[^a-z0-9]+', ' ', 'g'))
    ELSE btrim(regexp_replace(
      replace(replace(replace(translate(
        regexp_replace(lower(normalize(source, NFKD)), '[\u0300-\u036f]+', '', 'g'),
        'øłđıħŋð', 'oldihnd'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
      '[\u0001-\u002f\u003a-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2010-\u206f\u3000-\u303f]+', ' ', 'g'))
    END
$$;

-- Words of the title weigh A and those of the abstract D. Filters are lexemes too, which no stem can be:
-- `c:cs.CL` a category, `a:bengio` a word of an author's key, `h:code` a link to code.
CREATE FUNCTION search_vector(title text, abstract text, categories text[], author_keys text[], code_url text)
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT setweight(to_tsvector('pg_catalog.english', search_fold(title)), 'A')
    || setweight(to_tsvector('pg_catalog.english', search_fold(abstract)), 'D')
    || array_to_tsvector(ARRAY(SELECT 'c:' || category FROM unnest(categories) AS category)
      || ARRAY(SELECT 'a:' || word FROM unnest(string_to_array(array_to_string(author_keys, '-'), '-')) AS word WHERE word <> '')
      || CASE WHEN code_url IS NULL THEN '{}'::text[] ELSE ARRAY['h:code'] END)
$$;

CREATE TABLE search_texts (
  paper_id     text PRIMARY KEY REFERENCES papers (id) ON DELETE CASCADE ON UPDATE CASCADE,
  -- The folded title's beginning, for suggestions; compared byte by byte, so that an index finds those that begin alike.
  title        text COLLATE "C" NOT NULL,
  published_at timestamptz(3) NOT NULL,
  vector       tsvector NOT NULL
);

CREATE FUNCTION keep_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_texts (paper_id, title, published_at, vector)
  VALUES (NEW.id, left(search_fold(NEW.title_text), 200), NEW.published_at,
    search_vector(NEW.title_text, NEW.abstract_text, NEW.categories, NEW.author_keys, NEW.code_url))
  ON CONFLICT (paper_id) DO UPDATE
    SET title = excluded.title, published_at = excluded.published_at, vector = excluded.vector;
  RETURN NULL;
END $$;

INSERT INTO search_texts (paper_id, title, published_at, vector)
SELECT id, left(search_fold(title_text), 200), published_at,
  search_vector(title_text, abstract_text, categories, author_keys, code_url)
FROM papers;

CREATE TRIGGER papers_new_search_text AFTER INSERT ON papers FOR EACH ROW EXECUTE FUNCTION keep_search_text();
CREATE TRIGGER papers_changed_search_text
  AFTER UPDATE OF title_text, abstract_text, categories, author_keys, code_url, published_at ON papers FOR EACH ROW
  WHEN ((OLD.title_text, OLD.abstract_text, OLD.categories, OLD.author_keys, OLD.code_url, OLD.published_at)
    IS DISTINCT FROM (NEW.title_text, NEW.abstract_text, NEW.categories, NEW.author_keys, NEW.code_url, NEW.published_at))
  EXECUTE FUNCTION keep_search_text();

CREATE INDEX search_texts_vector_idx ON search_texts USING gin (vector);
CREATE INDEX search_texts_published_at_paper_id_idx ON search_texts (published_at DESC, paper_id DESC);
CREATE INDEX search_texts_title_idx ON search_texts (title);

-- The words of titles with how many have them: what a misspelt word may have been meant to be. `texts` estimates how many papers
-- have the stem anywhere, which tells the words that say much. Compared byte by byte, so that an index finds those
-- that begin alike, and by the expression those that end alike.
CREATE TABLE search_words (
  word   text COLLATE "C" PRIMARY KEY,
  stem   text COLLATE "C" NOT NULL,
  papers integer NOT NULL,
  texts  integer NOT NULL
);
CREATE INDEX search_words_stem_idx ON search_words (stem);
CREATE INDEX search_words_reverse_idx ON search_words (reverse(word) text_pattern_ops);

-- Counts all titles, and the whole texts of about 40,000 papers.
CREATE FUNCTION count_search_words() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  total bigint;
  share float8;
  counted bigint;
BEGIN
  SELECT count(*) INTO total FROM search_texts;
  share := least(100, 100 * 40000.0 / greatest(total, 1));
  DELETE FROM search_words;
  INSERT INTO search_words (word, stem, papers, texts)
  WITH titles AS (
    SELECT word, ndoc, coalesce((ts_lexize('pg_catalog.english_stem', word))[1], word) AS stem
    FROM ts_stat('SELECT to_tsvector(''pg_catalog.simple'', title) FROM search_texts')
    WHERE length(word) BETWEEN 3 AND 40 AND word ~ '^[a-z]+$'
  ), texts AS (
    SELECT word AS stem, ceil(ndoc * 100 / share)::int AS ndoc
    FROM ts_stat(format('SELECT vector FROM search_texts TABLESAMPLE SYSTEM (%s)', share))
    WHERE word ~ '^[a-z]+$'
  )
  SELECT t.word, t.stem, t.ndoc, greatest(t.ndoc, coalesce(x.ndoc, 0)) FROM titles t LEFT JOIN texts x USING (stem);
  GET DIAGNOSTICS counted = ROW_COUNT;
  RETURN counted;
END $$;
SELECT count_search_words();
