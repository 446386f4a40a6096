import type postgres from 'postgres';

/** Which vectors are searched: a model's name, and how many numbers its vectors have. */
export type VectorChoice = { model: string; dimensions: number };

// Not among the migrations, because most servers lack the extension, and it may come later. Packed vectors are kept beside
// papers by triggers of their own, so nothing that writes papers has to know of it.
const OBJECTS = `
CREATE TABLE IF NOT EXISTS search_vectors (
  paper_id  text NOT NULL REFERENCES papers (id) ON DELETE CASCADE ON UPDATE CASCADE,
  model     text NOT NULL,
  embedding halfvec NOT NULL,
  PRIMARY KEY (paper_id, model)
);
CREATE OR REPLACE FUNCTION search_halfvec(packed bytea) RETURNS halfvec LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg((get_byte(packed, at) # 128) - 128 ORDER BY at)::real[]::halfvec FROM generate_series(0, length(packed) - 1) AS at
$$;
CREATE OR REPLACE FUNCTION keep_search_vector() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND OLD.model <> NEW.model) THEN
    DELETE FROM search_vectors WHERE paper_id = OLD.paper_id AND model = OLD.model;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN NULL; END IF;
  -- A vector of zeros has no direction.
  IF length(btrim(NEW.vector, '\\x00'::bytea)) = 0 THEN
    DELETE FROM search_vectors WHERE paper_id = NEW.paper_id AND model = NEW.model;
  ELSE
    INSERT INTO search_vectors (paper_id, model, embedding) VALUES (NEW.paper_id, NEW.model, search_halfvec(NEW.vector))
    ON CONFLICT (paper_id, model) DO UPDATE SET embedding = excluded.embedding;
  END IF;
  RETURN NULL;
EXCEPTION
  -- Whoever drops the extension must not stop the ingest.
  WHEN undefined_table OR undefined_object OR undefined_function THEN RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER keep_search_vector AFTER INSERT OR DELETE OR UPDATE OF model, vector ON paper_search
  FOR EACH ROW EXECUTE FUNCTION keep_search_vector();
CREATE OR REPLACE TRIGGER keep_search_vector AFTER INSERT OR DELETE OR UPDATE OF model, vector ON paper_vectors
  FOR EACH ROW EXECUTE FUNCTION keep_search_vector();
`;

/** SQLSTATE 42501. */
const NOT_ALLOWED = '42501';

/** Makes what searching by pgvector needs; undefined when it is there, otherwise why it cannot be, in a sentence. */
export async function makeVectorTable(sql: postgres.Sql): Promise<string | undefined> {
  const [offered] = await sql`SELECT FROM pg_available_extensions WHERE name = 'vector'`;
  if (!offered) return 'The database server has no pgvector, so searches go by words alone.';
  return await sql.begin(async (tx) => {
    await tx`SELECT pg_advisory_xact_lock(hashtextextended('broadsheet-pgvector', 0))`;
    const [installed] = await tx`SELECT FROM pg_extension WHERE extname = 'vector'`;
    if (!installed) {
      const refused = await tx
        .savepoint((inner) => inner`CREATE EXTENSION vector`)
        .then(
          () => false,
          (error: unknown) => {
            if ((error as { code?: string }).code === NOT_ALLOWED) return true;
            throw error;
          },
        );
      if (refused)
        return 'pgvector is not enabled: run `CREATE EXTENSION vector` in the database as an administrator. Until then searches go by words alone.';
    }
    const [fit] = await tx<[{ fits: boolean }]>`SELECT to_regtype('halfvec') IS NOT NULL AS fits`;
    if (!fit.fits) return 'The server’s pgvector is older than 0.7, so searches go by words alone.';
    await tx.unsafe(OBJECTS);
    return undefined;
  });
}
