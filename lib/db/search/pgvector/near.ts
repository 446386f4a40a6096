import type postgres from 'postgres';
import { literal } from './fill';
import type { VectorChoice } from './objects';

/** A question's direction among the vectors of its model. */
export type Meaning = VectorChoice & { vector: Float32Array };

/** As many as are looked at for a search by meaning; also how wide the index searches. */
export const MOST_NEAR = 200;

type Fragments = {
  /** Cosine distance between `e.embedding` and the question. */
  distance: postgres.Fragment;
  /** That the row `e` is of the model; written out, because the index is of one model. */
  ofModel: postgres.Fragment;
};

/** What a statement on `search_vectors e` needs. */
export function nearFragments(tx: postgres.TransactionSql, { model, dimensions, vector }: Meaning): Fragments {
  const type = tx.unsafe(`halfvec(${dimensions})`) as unknown as postgres.Fragment;
  const text = `[${Array.from(vector, (value) => value.toFixed(5)).join(',')}]`;
  return {
    distance: tx`(e.embedding::${type} <=> ${text}::text::${type})`,
    ofModel: tx`e.model = ${tx.unsafe(literal(model)) as unknown as postgres.Fragment}`,
  };
}

/** Lets the index go on until filters have left enough. */
export const searchWidely = async (tx: postgres.TransactionSql): Promise<void> => {
  await tx`SELECT set_config('hnsw.ef_search', ${String(MOST_NEAR)}, true)`;
  // Only pgvector 0.8 knows it; an older one takes it for a setting of somebody's.
  await tx`SELECT set_config('hnsw.iterative_scan', 'strict_order', true)`;
};
