import type postgres from 'postgres';
import { type Embedder, EmbeddingFault, packVector } from '@/src/search';
import { SEARCH_TAG } from '@/src/shared';
import { announceChange } from '../announce-change';

type Place = { at: string; id: string };
type Text = Place & { title: string; abstract: string; hash: string };

const START: Place = { at: 'infinity', id: '' };

/** Between two announcements, each of which makes every process compare its index with the database. */
const ANNOUNCE_MS = 20_000;

type Options = {
  /** Awaited between batches. */
  rest?: () => Promise<void>;
  /** Asked before each batch; true ends the work, of which nothing is lost. */
  stopped?: () => boolean;
  now?: () => number;
};

/**
 * Gives each paper that lacks one a vector of this model, the newest first, in batches that are stored as they come; returns how many.
 * When all have one, vectors of other models go. Throws `EmbeddingFault` where the model cannot be had; what was stored stays.
 */
export async function embedMissing(
  sql: postgres.Sql,
  embedder: Embedder,
  { rest = async () => {}, stopped = () => false, now = Date.now }: Options = {},
): Promise<number> {
  let [done, told, toldAt] = [0, 0, now()];
  const tell = async (): Promise<void> => {
    if (done > told) await announceChange(sql, [SEARCH_TAG]);
    [told, toldAt] = [done, now()];
  };
  try {
    for (let [before, last] = [0, START]; !stopped(); ) {
      const papers = await lacking(sql, embedder, last);
      const end = papers.at(-1);
      if (end === undefined) {
        // What changed on the way is found by going through them once more.
        if (done === before) break;
        [before, last] = [done, START];
        continue;
      }
      last = end;
      done += await store(sql, embedder.name, await embedded(embedder, papers, done > 0));
      if (now() - toldAt > ANNOUNCE_MS) await tell();
      await rest();
    }
    if (!stopped()) await sql`DELETE FROM paper_vectors WHERE model <> ${embedder.name}`;
  } finally {
    await tell();
  }
  return done;
}

/** The newest papers from a place on that have no vector of their text. */
const lacking = (sql: postgres.Sql, { name, batch }: Embedder, before: Place) => sql<Text[]>`
  SELECT p.id, p.title_text AS title, p.abstract_text AS abstract, p.content_hash AS hash, p.published_at::text AS at
  FROM papers p
  WHERE (p.published_at, p.id) < (${before.at}::text::timestamptz, ${before.id})
    AND NOT EXISTS (SELECT FROM paper_vectors v WHERE v.paper_id = p.id AND v.model = ${name} AND v.content_hash = p.content_hash)
  ORDER BY p.published_at DESC, p.id DESC LIMIT ${batch}`;

type Embedded = Text & { vector: Float32Array };

/** A batch, or where the model refuses it, those of it that it takes one by one. Throws where it never took any. */
async function embedded(embedder: Embedder, papers: readonly Text[], works: boolean): Promise<Embedded[]> {
  const join = (vectors: readonly Float32Array[], texts: readonly Text[]): Embedded[] =>
    texts.flatMap((text, at) => (vectors[at] ? [{ ...text, vector: vectors[at] }] : []));
  try {
    return join(await embedder.embedPapers(papers), papers);
  } catch (fault) {
    if (!(fault instanceof EmbeddingFault)) throw fault;
    const taken: Embedded[] = [];
    for (const paper of papers) {
      const vectors = await embedder.embedPapers([paper]).catch(() => []);
      taken.push(...join(vectors, [paper]));
      if (taken.length === 0 && !works) throw fault;
    }
    return taken;
  }
}

// A paper that was written meanwhile has another hash, and its vector is made again.
async function store(sql: postgres.Sql, model: string, papers: readonly Embedded[]): Promise<number> {
  const packed = papers.map(({ vector }) => Buffer.from(packVector(vector).buffer).toString('hex'));
  const written = await sql`
    INSERT INTO paper_vectors (paper_id, model, content_hash, vector)
    SELECT p.id, ${model}, row.hash, decode(row.vector, 'hex')
    FROM unnest(${papers.map(({ id }) => id)}::text[], ${papers.map(({ hash }) => hash)}::text[], ${packed}::text[])
      AS row (id, hash, vector) JOIN papers p ON p.id = row.id
    ORDER BY p.id
    ON CONFLICT (paper_id, model) DO UPDATE SET content_hash = excluded.content_hash, vector = excluded.vector`;
  return written.count;
}
