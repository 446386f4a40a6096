import type postgres from 'postgres';
import { announceChange } from '@/lib/db/announce-change';
import type { IngestStore, Reject, RunCounts, RunEnd } from '@/src/ingest';
import { STATUS_TAG } from '@/src/shared';

// Far below what `readStatus` takes for dead.
const HEARTBEAT_MS = 20_000;
const DEAD_AFTER = '3 minutes';

type Ledger = Pick<IngestStore, 'startRun' | 'reportProgress' | 'finishRun' | 'addRejects'>;

/** The run ledger. A run that is under way keeps its heartbeat going, whatever it waits for. */
export function runLedger(sql: postgres.Sql): Ledger {
  const beating = new Map<number, NodeJS.Timeout>();

  return {
    async startRun(run) {
      await closeDeadRuns(sql);
      const [row] = await sql<{ id: number }[]>`
        INSERT INTO ingest_runs (source, arguments) VALUES (${run.source}, ${sql.json(run.arguments as postgres.JSONValue)})
        RETURNING id`;
      if (!row) throw new Error('The ledger took no row.');
      const beat = () =>
        sql`UPDATE ingest_runs SET heartbeat_at = CURRENT_TIMESTAMP WHERE id = ${row.id}`.catch(() => {});
      beating.set(row.id, setInterval(beat, HEARTBEAT_MS).unref());
      return row.id;
    },

    async reportProgress(run, counts) {
      await sql`UPDATE ingest_runs SET ${sql(counted(counts))}, heartbeat_at = CURRENT_TIMESTAMP WHERE id = ${run}`;
    },

    async finishRun(run, counts, end: RunEnd) {
      clearInterval(beating.get(run));
      beating.delete(run);
      await sql.begin(async (tx) => {
        await tx`
          UPDATE ingest_runs SET ${tx(counted(counts))}, status = ${end.status}, error = ${end.error ?? null},
            warnings = ${end.warnings}, finished_at = CURRENT_TIMESTAMP, heartbeat_at = CURRENT_TIMESTAMP
          WHERE id = ${run}`;
        await announceChange(tx, [STATUS_TAG]);
      });
    },

    async addRejects(run, rejects) {
      if (rejects.length === 0) return;
      await sql`INSERT INTO ingest_rejects ${sql(rejects.map((reject) => rejectRow(run, reject)))}`;
    },
  };
}

/** Marks runs as interrupted whose process has not been heard of for minutes. */
async function closeDeadRuns(sql: postgres.Sql): Promise<void> {
  await sql`
    UPDATE ingest_runs SET status = 'interrupted', finished_at = heartbeat_at
    WHERE status = 'running' AND heartbeat_at < CURRENT_TIMESTAMP - ${DEAD_AFTER}::interval`;
}

const counted = ({ seen, created, updated, unchanged, rejected }: RunCounts): RunCounts => ({
  seen,
  created,
  updated,
  unchanged,
  rejected,
});

// What was rejected may be so because no text column can hold it.
const storable = (text: string): string =>
  text
    .replaceAll('\0', '␀')
    .replace(/\p{Surrogate}/gu, '�')
    .slice(0, 500);

const rejectRow = (run: number, { place, reason, excerpt }: Reject) => ({
  run_id: run,
  place: storable(place),
  reason: storable(reason),
  excerpt: excerpt === undefined ? null : storable(excerpt),
});
