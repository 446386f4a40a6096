import { checkRecord } from './check-facts';
import type { IngestOptions } from './ingest-source';
import type { RunCounts } from './ingest-store';
import type { IngestRecord, Reject, SourceEvent } from './source';

const BATCH = 500;
// Rendering of one batch, writing of another and waiting of a third overlap; more would only cost memory.
const BATCHES_IN_FLIGHT = 3;
const REJECTS_KEPT = 1_000;

/** Takes what a source tells, in order: checks, batches, stores, counts. `ingestSource` opens and closes the ledger around it. */
export class Intake {
  readonly counts: RunCounts = { seen: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
  readonly warnings: string[] = [];
  readonly rejects: Reject[] = [];
  readonly #options: IngestOptions;
  readonly #run: number | undefined;
  #batch: IngestRecord[] = [];
  #inFlight: Promise<void>[] = [];
  #unreported: Reject[] = [];

  constructor(options: IngestOptions, run: number | undefined) {
    this.#options = options;
    this.#run = run;
  }

  async drain(): Promise<void> {
    const { source, signal = new AbortController().signal, batchSize = BATCH } = this.#options;
    try {
      for await (const event of source.events(signal)) {
        if (signal.aborted) break;
        await this.#take(event);
        if (this.#batch.length >= batchSize) await this.#passOn();
      }
    } finally {
      // What was read before an outage is good and is kept.
      await this.#flush();
    }
  }

  async #take(event: SourceEvent): Promise<void> {
    const { store, dryRun } = this.#options;
    switch (event.kind) {
      case 'paper':
        return this.#accept(event.record);
      case 'reject':
        this.counts.seen += 1;
        return this.#setAside([event.reject]);
      case 'warning':
        this.warnings.push(event.message);
        return;
      case 'progress':
        return this.#tell(event);
      case 'removed':
        this.counts.seen += 1;
        await this.#flush();
        if (!dryRun && (await store.markRemoved(event.id))) this.counts.updated += 1;
        else this.counts.unchanged += 1;
        return;
      case 'announcement':
        await this.#flush();
        if (!dryRun) await store.saveAnnouncement(event.announcement);
        return;
      case 'checkpoint':
        await this.#flush();
        if (!dryRun) await store.saveCursor(event.source, event.scope, event.state);
    }
  }

  #accept(record: IngestRecord): void {
    if (this.#options.wanted?.(record) === false) return;
    this.counts.seen += 1;
    const checked = checkRecord(record);
    if (checked.ok) this.#batch.push(checked.value);
    else this.#setAside([{ place: record.place, reason: checked.refusal.message, excerpt: record.facts.id }]);
  }

  #setAside(rejects: readonly Reject[]): void {
    this.counts.rejected += rejects.length;
    const room = REJECTS_KEPT - this.rejects.length;
    if (room > 0 && rejects.length >= room) {
      this.warnings.push(`Only the first ${REJECTS_KEPT} rejected records are listed.`);
    }
    const kept = rejects.slice(0, Math.max(0, room));
    this.rejects.push(...kept);
    this.#unreported.push(...kept);
  }

  #tell(event: { done?: number; total?: number; unit?: 'bytes' | 'requests' }): void {
    const { done, total, unit } = event;
    this.#options.onProgress?.({
      counts: this.counts,
      ...(done !== undefined && { done }),
      ...(total !== undefined && { total }),
      ...(unit !== undefined && { unit }),
    });
  }

  async #passOn(): Promise<void> {
    while (this.#inFlight.length >= BATCHES_IN_FLIGHT) await this.#oldestDone();
    const batch = this.#batch;
    this.#batch = [];
    const writing = this.#write(batch);
    // The await in `#oldestDone` reports a failure; until then it must not count as unhandled.
    writing.catch(() => {});
    this.#inFlight.push(writing);
  }

  async #oldestDone(): Promise<void> {
    await this.#inFlight.shift();
  }

  async #flush(): Promise<void> {
    if (this.#batch.length > 0) await this.#passOn();
    while (this.#inFlight.length > 0) await this.#oldestDone();
    const rejects = this.#unreported;
    this.#unreported = [];
    if (this.#run !== undefined && rejects.length > 0) await this.#options.store.addRejects(this.#run, rejects);
  }

  async #write(batch: IngestRecord[]): Promise<void> {
    const { store, dryRun } = this.#options;
    const outcome = await (dryRun ? store.rehearseBatch(batch) : store.storeBatch(batch));
    this.counts.created += outcome.created;
    this.counts.updated += outcome.updated;
    this.counts.unchanged += outcome.unchanged;
    this.#setAside(outcome.rejects);
    if (this.#run !== undefined) await store.reportProgress(this.#run, this.counts);
    this.#tell({});
  }
}
