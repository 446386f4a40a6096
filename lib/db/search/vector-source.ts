import { BUILT_IN_MODEL } from '@/lib/search/built-in-model';

/** Whose vectors an index holds: the built-in model's, which every paper has, or those of a model that the operator chose. */
export type VectorSource = { dimensions: number; model?: string };

export const BUILT_IN_SOURCE: VectorSource = { dimensions: 256 };

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

type Parts = { vector: string; stamp: string; join: string };

/** What a query on `papers p` needs to read vectors: COPY takes no parameters. */
export function vectorParts({ model }: VectorSource): Parts {
  const own = `paper_search s ON s.paper_id = p.id AND s.model = ${literal(BUILT_IN_MODEL)}`;
  if (model === undefined) return { vector: 's.vector', stamp: 'NULL::xid', join: own };
  return {
    vector: 'v.vector',
    stamp: 'v.xmin',
    join: `${own} LEFT JOIN paper_vectors v
      ON v.paper_id = p.id AND v.model = ${literal(model)} AND v.content_hash = p.content_hash`,
  };
}
