import type { IngestStore, RunCounts, RunEnd } from './ingest-store';
import { Intake } from './intake';
import type { IngestRecord, Reject, Source } from './source';

export type IngestReport = RunCounts & RunEnd & { run: number | undefined; rejects: Reject[] };

export type IngestOptions = {
  source: Source;
  store: IngestStore;
  arguments?: Record<string, unknown>;
  /** Says no to records that are not wanted; they count as not seen. */
  wanted?: (record: IngestRecord) => boolean;
  dryRun?: boolean;
  signal?: AbortSignal;
  batchSize?: number;
  onProgress?: (progress: { counts: RunCounts; done?: number; total?: number; unit?: 'bytes' | 'requests' }) => void;
};

/**
 * Runs one source to its end and keeps the ledger: records are checked, stored in batches while the next are being read,
 * and a checkpoint is kept only once everything before it is stored. Bad records are counted and set aside with place and
 * reason; an outage ends the run as failed, with what was stored until then, and never throws.
 */
export async function ingestSource(options: IngestOptions): Promise<IngestReport> {
  const { source, store, dryRun = false } = options;
  const run = dryRun ? undefined : await store.startRun({ source: source.name, arguments: options.arguments ?? {} });
  const intake = new Intake(options, run);
  let end: RunEnd;
  try {
    await intake.drain();
    end = { status: options.signal?.aborted ? 'interrupted' : 'succeeded', warnings: intake.warnings };
    if (run !== undefined) await store.removeSampleOnceReal();
  } catch (error) {
    const status = options.signal?.aborted ? 'interrupted' : 'failed';
    end = { status, error: error instanceof Error ? error.message : String(error), warnings: intake.warnings };
  }
  if (run !== undefined) await store.finishRun(run, intake.counts, end);
  return { ...intake.counts, ...end, run, rejects: intake.rejects };
}
