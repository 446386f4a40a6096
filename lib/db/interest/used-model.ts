import type postgres from 'postgres';
import { type NamedModel, packedModel, shippedModel, unpackModel } from '@/src/recommend';

const kept = globalThis as { broadsheetInterest?: NamedModel };

/** The weights that scores are made with now: the instance's own where it uses some, else the shipped ones. */
export async function usedModel(sql: postgres.Sql): Promise<NamedModel> {
  const [row] = await sql<{ id: number }[]>`SELECT id FROM interest_models WHERE used ORDER BY id DESC LIMIT 1`;
  if (row === undefined) return shippedModel();
  const name = `own-${row.id}`;
  if (kept.broadsheetInterest?.name !== name) {
    const [found] = await sql<{ weights: unknown }[]>`SELECT weights FROM interest_models WHERE id = ${row.id}`;
    const weights = packedModel.safeParse(found?.weights);
    if (!weights.success) return shippedModel();
    kept.broadsheetInterest = { name, model: unpackModel(weights.data) };
  }
  return kept.broadsheetInterest;
}
