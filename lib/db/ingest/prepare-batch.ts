import type postgres from 'postgres';
import { type IngestRecord, type ListingFacts, type MergedPaper, mergePaper, type Reject } from '@/src/ingest';
import { RENDER_VERSION } from '@/src/papers';
import { contentHash } from './content-hash';
import type { PaperRow, Rendered } from './paper-columns';
import { readKnown } from './read-known';

/** Renders papers, in order; an entry that could not be rendered holds the reason instead. */
export type RenderAll = (papers: readonly MergedPaper[]) => Promise<(Rendered | { failed: string })[]>;

/** One paper of a batch: what its records make of it, and what they tell of its listings. */
export type Prepared = {
  id: string;
  records: IngestRecord[];
  told: ListingFacts[];
  baseHash: string | undefined;
  /** Nothing where the paper itself stays as it is. */
  row: PaperRow | undefined;
};

/** Merges a batch into what is stored and renders what changes. Writes nothing. */
export async function prepareBatch(
  sql: postgres.Sql,
  records: readonly IngestRecord[],
  render: RenderAll,
): Promise<{ papers: Prepared[]; rejects: Reject[] }> {
  const byId = new Map<string, IngestRecord[]>();
  for (const record of records) {
    const same = byId.get(record.facts.id);
    if (same) same.push(record);
    else byId.set(record.facts.id, [record]);
  }
  const ids = [...byId.keys()].sort();
  const known = await readKnown(sql, ids);
  const merged = ids.map((id) => {
    const own = byId.get(id) ?? [];
    const before = known.get(id);
    const paper = own.reduce<MergedPaper | undefined>((so, { facts }) => mergePaper(so, facts), before?.paper);
    if (!paper) throw new Error(`No record of ${id} in its own batch.`);
    return { id, own, paper, hash: contentHash(paper), baseHash: before?.hash };
  });
  const changed = merged.filter(({ hash, baseHash }) => hash !== baseHash);
  const rendered = await render(changed.map(({ paper }) => paper));
  const rows = new Map<string, PaperRow>();
  const rejects: Reject[] = [];
  const failed = new Set<string>();
  for (const [at, { id, own, paper, hash, baseHash }] of changed.entries()) {
    const result = rendered[at];
    if (result && !('failed' in result)) {
      rows.set(id, { paper, hash, baseHash, rendered: result, renderVersion: RENDER_VERSION, firstListed: undefined });
    } else {
      failed.add(id);
      const reason = `its text could not be rendered: ${result?.failed ?? 'no answer'}`;
      rejects.push(...own.map(({ place }) => ({ place, reason, excerpt: id })));
    }
  }
  const papers = merged
    .filter(({ id }) => !failed.has(id))
    .map(({ id, own, baseHash }) => ({
      id,
      records: own,
      told: own.flatMap(({ listings }) => listings),
      baseHash,
      row: rows.get(id),
    }));
  return { papers, rejects };
}
