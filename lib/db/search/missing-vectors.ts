import type postgres from 'postgres';

/** Up to how many papers without a vector the chosen model's vectors are used all the same; words find those. */
const FEW = 100;
const FEW_IN = 100;

/** Whether so few papers lack a vector of this model that it can be searched by, and whether any does. */
export async function missingVectors(sql: postgres.Sql, model: string): Promise<{ usable: boolean; some: boolean }> {
  const [row] = await sql<[{ papers: number; missing: number }]>`
    SELECT count(*)::int AS papers, count(*) FILTER (WHERE v.paper_id IS NULL)::int AS missing
    FROM papers p LEFT JOIN paper_vectors v
      ON v.paper_id = p.id AND v.model = ${model} AND v.content_hash = p.content_hash`;
  const { papers, missing } = row;
  return { usable: papers > missing && missing <= Math.max(FEW, papers / FEW_IN), some: missing > 0 };
}
