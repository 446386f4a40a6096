import { planIngest } from '@/src/ingest';
import type { IngestTools } from './ingest-tools';
import { runTask, type TaskReport } from './run-task';

export type ScheduledReport = { status: 'busy' } | { status: 'done'; tasks: TaskReport[] };

/**
 * Does whatever is due: the day's announcements, announced papers that are missing, the Hub's picks, changed records,
 * details of papers that a Hub alone has told of, and new renderings. One process on a database at a time; the others are
 * told `busy`. A source that fails spoils only the tasks of its own host.
 */
export async function runScheduledIngest(tools: IngestTools, signal?: AbortSignal): Promise<ScheduledReport> {
  const { database, env, now, log } = tools;
  const tasks = await database.withLock('ingest', async () => {
    const state = await database.jobState(now());
    const plan = planIngest({ now: now(), categories: env.ARXIV_CATEGORIES, picks: env.HUB_PICKS === 'on', state });
    const reports: TaskReport[] = [];
    const failedHosts = new Set<string>();
    for (const task of plan) {
      if (signal?.aborted || failedHosts.has(task.host)) continue;
      const report = await runTask(tools, task, signal);
      await database.noteTask(task.name, { at: now(), done: report.status === 'succeeded' });
      if (report.status === 'failed') {
        failedHosts.add(task.host);
        log.warn(`Ingest, ${task.name}: ${report.error ?? 'failed'}`);
      } else if (report.created + report.updated > 0) {
        log.info(`Ingest, ${task.name}: ${report.created} new, ${report.updated} changed.`);
      }
      reports.push(report);
    }
    return reports;
  });
  return tasks === 'busy' ? { status: 'busy' } : { status: 'done', tasks };
}
