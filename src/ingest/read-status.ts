import { addDays, daysBetween, isoWeekday, type UtcDay } from '@/src/shared';
import { latestListingDay } from './announcement-day';
import type { AnnouncedDay, RunRow, StatusStore } from './status-store';
import { type StatusWarning, statusWarnings } from './status-warnings';

/** A category on a day: what the source announced (null where its feed was not read) against what is stored. */
export type CategoryStatus = { category: string; announced: number | null; stored: number; missing: string[] };

export type DayStatus = { day: UtcDay; categories: CategoryStatus[]; weekday: boolean };

export type Status = {
  /** The latest first. */
  days: DayStatus[];
  lastSuccess: Date | null;
  runs: RunRow[];
  warnings: StatusWarning[];
};

const DAYS_SHOWN = 21;
const RUNS_SHOWN = 30;
const DEAD_AFTER_MS = 180_000;
const SATURDAY = 6;

/**
 * What `/status` shows: for every day and category the announced against the stored, the ledger, and warnings for whatever
 * an operator should look into. Runs whose process is gone are shown as interrupted.
 */
export async function readStatus({
  now,
  store,
  categories,
}: {
  now: Date;
  store: StatusStore;
  categories: readonly string[];
}): Promise<Status> {
  const to = latestListingDay(now);
  const from = addDays(to, 1 - DAYS_SHOWN);
  const [announced, counts, ledger, lastSuccess, firstRun, sample] = await Promise.all([
    store.announcedDays(addDays(from, -7)),
    store.storedCounts({ from, to }),
    store.latestRuns(RUNS_SHOWN),
    store.lastSuccess(),
    store.firstRun(),
    store.samplePapers(),
  ]);
  const runs = ledger.map((run) => asOf(run, now));
  const stored = new Map(counts.map((row) => [`${row.day} ${row.category}`, row.stored]));
  const told = new Map(announced.map((row) => [`${row.day} ${row.category}`, row]));
  const days: DayStatus[] = [];
  for (let back = 0; back <= daysBetween(from, to); back += 1) {
    const day = addDays(to, -back);
    days.push({
      day,
      weekday: isoWeekday(day) < SATURDAY,
      categories: categories.map((category) =>
        status(category, told.get(`${day} ${category}`), stored.get(`${day} ${category}`)),
      ),
    });
  }
  const warnings = statusWarnings({ now, days, announced, runs, lastSuccess, firstRun, sample, categories });
  return { days, lastSuccess, runs, warnings };
}

const status = (category: string, told: AnnouncedDay | undefined, stored = 0): CategoryStatus => ({
  category,
  announced: told?.announced ?? null,
  stored,
  missing: told?.missing ?? [],
});

function asOf(run: RunRow, now: Date): RunRow {
  const silent = now.getTime() - run.heartbeatAt.getTime() > DEAD_AFTER_MS;
  return run.status === 'running' && silent ? { ...run, status: 'interrupted', finishedAt: run.heartbeatAt } : run;
}
