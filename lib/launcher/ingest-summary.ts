import type { IngestReport } from '@/src/ingest';
import type { ScheduledReport } from '../jobs/scheduled-ingest';

const REJECTS_PRINTED = 20;

const number = (value: number): string => value.toLocaleString('en');

/** Prints what an ingest did: a table of counts, the first rejected records with place and reason, warnings, the end. */
export function printReport(
  out: NodeJS.WritableStream,
  name: string,
  { report, dryRun }: { report: IngestReport & { seconds?: number }; dryRun: boolean },
): void {
  const seconds = report.seconds ?? 0;
  const rows: [string, number][] = [
    ['records', report.seen],
    [dryRun ? 'would be new' : 'new', report.created],
    [dryRun ? 'would change' : 'changed', report.updated],
    ['unchanged', report.unchanged],
    ['rejected', report.rejected],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  const digits = Math.max(...rows.map(([, value]) => number(value).length));
  const lines = rows.map(([label, value]) => `  ${label.padEnd(width)}  ${number(value).padStart(digits)}`);
  const rate = seconds > 0 ? `, ${number(Math.round(report.seen / seconds))} records/s` : '';
  out.write(`${name}: ${ended(report)} in ${seconds.toFixed(1)} s${rate}\n${lines.join('\n')}\n`);
  for (const { place, reason, excerpt } of report.rejects.slice(0, REJECTS_PRINTED)) {
    out.write(`  ✗ ${place}: ${reason}${excerpt === undefined ? '' : ` [${excerpt}]`}\n`);
  }
  if (report.rejected > REJECTS_PRINTED) out.write(`  … and ${number(report.rejected - REJECTS_PRINTED)} more\n`);
  for (const warning of report.warnings) out.write(`  ! ${warning}\n`);
  if (report.error !== undefined) out.write(`  ${report.error}\n`);
}

const ended = ({ status }: IngestReport): string =>
  ({ succeeded: 'finished', failed: 'failed', interrupted: 'stopped' })[status];

/** Prints what the scheduled job found to do. Returns the exit code. */
export function printDue(out: NodeJS.WritableStream, report: ScheduledReport): number {
  if (report.status === 'busy') {
    out.write('Another process is ingesting on this database; nothing to do here.\n');
    return 0;
  }
  if (report.tasks.length === 0) out.write('Nothing is due.\n');
  for (const { task, status, seen, created, updated, unchanged, rejected, error } of report.tasks) {
    const counts = `${number(seen)} records, ${number(created)} new, ${number(updated)} changed, ${number(unchanged)} unchanged, ${number(rejected)} rejected`;
    out.write(`${task}: ${status}: ${counts}${error === undefined ? '' : `. ${error}`}\n`);
  }
  if (report.tasks.some(({ status }) => status === 'failed')) return 1;
  return report.tasks.some(({ rejected }) => rejected > 0) ? 3 : 0;
}
