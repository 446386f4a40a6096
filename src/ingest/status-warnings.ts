import { arxivClock } from './announcement-day';
import { followsHoliday } from './arxiv-holidays';
import type { DayStatus } from './read-status';
import type { AnnouncedDay, RunRow } from './status-store';

export type StatusWarning = {
  code:
    | 'never-succeeded'
    | 'stale'
    | 'weekday-empty'
    | 'batch-repeats'
    | 'counts-differ'
    | 'run-failed'
    | 'run-interrupted'
    | 'sample';
  message: string;
};

type Evidence = {
  now: Date;
  /** The latest first. */
  days: readonly DayStatus[];
  announced: readonly AnnouncedDay[];
  /** The latest first. */
  runs: readonly RunRow[];
  lastSuccess: Date | null;
  firstRun: Date | null;
  sample: number;
  categories: readonly string[];
};

// The nightly harvest is a day's surest success; 30 hours leave room for a slow one.
const STALE_HOURS = 30;
// arXiv's feeds come out soon after midnight on its clock; by this hour a day's list ought to be here.
const DUE_HOUR = 4;
const NAMED = 5;

/** Everything an operator should look into, the gravest first. Empty when all is well. */
export function statusWarnings(evidence: Evidence): StatusWarning[] {
  return [
    ...successWarnings(evidence),
    ...emptyDays(evidence),
    ...differingCounts(evidence),
    ...repeatedBatches(evidence),
    ...runWarnings(evidence),
    ...sampleWarning(evidence),
  ];
}

function successWarnings({ now, lastSuccess }: Evidence): StatusWarning[] {
  if (!lastSuccess) return [{ code: 'never-succeeded', message: 'No ingest has succeeded yet.' }];
  const hours = Math.floor((now.getTime() - lastSuccess.getTime()) / 3_600_000);
  if (hours < STALE_HOURS) return [];
  return [{ code: 'stale', message: `The last successful ingest was ${hours} hours ago. Is the scheduler running?` }];
}

function emptyDays({ now, days, firstRun }: Evidence): StatusWarning[] {
  if (!firstRun) return [];
  const begun = arxivClock(firstRun).day;
  const { day: today, hour } = arxivClock(now);
  return days
    .filter(({ day, weekday }) => weekday && day >= begun && (day < today || (day === today && hour >= DUE_HOUR)))
    .filter(({ categories }) => categories.every(({ stored }) => stored === 0))
    .filter(({ day, categories }) => !(followsHoliday(day) && categories.some(({ announced }) => announced === 0)))
    .map(({ day, categories }) => {
      const feedSaysSo = categories.length > 0 && categories.every(({ announced }) => announced === 0);
      const why = feedSaysSo
        ? 'arXiv’s feed was empty too, and it is no holiday known here.'
        : 'Nothing says that arXiv announced none.';
      return { code: 'weekday-empty', message: `${day} is a weekday and its list holds no paper. ${why}` };
    });
}

function differingCounts({ days }: Evidence): StatusWarning[] {
  return days.flatMap(({ day, categories }) =>
    categories
      .filter(({ missing }) => missing.length > 0)
      .map(({ category, announced, missing }): StatusWarning => {
        const named = missing.slice(0, NAMED).join(', ') + (missing.length > NAMED ? ', …' : '');
        const papers = missing.length === 1 ? '1 paper' : `${missing.length} papers`;
        return {
          code: 'counts-differ',
          message: `${day} ${category}: ${papers} of ${announced} announced not stored (${named}).`,
        };
      }),
  );
}

function repeatedBatches({ announced, categories }: Evidence): StatusWarning[] {
  return categories.flatMap((category) => {
    const own = announced
      .filter((row) => row.category === category && row.announced > 0)
      .sort((a, b) => (a.day < b.day ? -1 : 1));
    return own.flatMap((row, at): StatusWarning[] => {
      const before = own[at - 1];
      if (!before || before.idsHash !== row.idsHash) return [];
      return [
        {
          code: 'batch-repeats',
          message: `${row.day} ${category}: the announcement is the same as that of ${before.day}.`,
        },
      ];
    });
  });
}

function runWarnings({ runs }: Evidence): StatusWarning[] {
  const latest = new Map<string, RunRow>();
  for (const run of runs) if (run.status !== 'running' && !latest.has(run.source)) latest.set(run.source, run);
  return [...latest.values()].flatMap((run): StatusWarning[] => {
    const when = run.startedAt.toISOString().slice(0, 16).replace('T', ' ');
    if (run.status === 'failed') {
      return [
        {
          code: 'run-failed',
          message: `The last run of ${run.source} (${when} UTC) failed: ${run.error ?? 'no reason was kept'}`,
        },
      ];
    }
    if (run.status !== 'interrupted') return [];
    return [
      {
        code: 'run-interrupted',
        message: `The last run of ${run.source} (${when} UTC) was interrupted; the next one goes on from there.`,
      },
    ];
  });
}

function sampleWarning({ sample }: Evidence): StatusWarning[] {
  if (sample === 0) return [];
  return [{ code: 'sample', message: `${sample} papers of the sample edition are shown until real ones arrive.` }];
}
