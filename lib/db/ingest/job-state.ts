import type postgres from 'postgres';
import { z } from 'zod';
import { CHASED_DAYS, type IngestState, type IngestTask, type TaskTimes } from '@/src/ingest';
import { RENDER_VERSION } from '@/src/papers';
import { addDays, type UtcDay, utcDayOf } from '@/src/shared';

const times = z.object({
  triedAt: z.coerce.date().optional(),
  doneAt: z.coerce.date().optional(),
  version: z.number().optional(),
});

/** What the scheduler decides by. */
export async function readJobState(sql: postgres.Sql, now: Date): Promise<IngestState> {
  const since = addDays(utcDayOf(now), -CHASED_DAYS);
  const [announced, cursors, [counts]] = await Promise.all([
    sql<{ category: string; day: UtcDay }[]>`
      SELECT category, max(day)::text AS day FROM announcements WHERE source = 'arxiv' GROUP BY category`,
    sql<{ scope: IngestTask['name']; state: unknown }[]>`SELECT scope, state FROM ingest_cursors WHERE source = 'job'`,
    sql<{ missing: number; without: number }[]>`
      SELECT
        (SELECT count(*)::int FROM announcements a, unnest(a.paper_ids) AS i (id) WHERE a.day >= ${since}
           AND NOT EXISTS (SELECT FROM listings l WHERE l.paper_id = i.id AND l.day = a.day AND l.announced IS NOT NULL)) AS missing,
        (SELECT count(*)::int FROM papers WHERE categories = '{}' AND NOT sample) AS without`,
  ]);
  const kept = new Map(cursors.map(({ scope, state }) => [scope, times.safeParse(state).data]));
  const known: Partial<Record<IngestTask['name'], TaskTimes>> = {};
  for (const [name, state] of kept) {
    known[name] = {
      ...(state?.triedAt && { triedAt: state.triedAt }),
      ...(state?.doneAt && { doneAt: state.doneAt }),
    };
  }
  return {
    announced: Object.fromEntries(announced.map(({ category, day }) => [category, day])),
    times: known,
    missing: counts?.missing ?? 0,
    withoutCategories: counts?.without ?? 0,
    // Every new paper is rendered by this version, so once all the old ones are, there is nothing to look for.
    staleRendering: kept.get('render')?.version !== RENDER_VERSION,
  };
}

/** Notes that a task was tried, and whether it was done. */
export async function noteTask(
  sql: postgres.Sql,
  name: IngestTask['name'],
  { at, done }: { at: Date; done: boolean },
): Promise<void> {
  const state = {
    triedAt: at.toISOString(),
    ...(done && { doneAt: at.toISOString() }),
    ...(done && name === 'render' && { version: RENDER_VERSION }),
  };
  await sql`
    INSERT INTO ingest_cursors AS c (source, scope, state) VALUES ('job', ${name}, ${sql.json(state)})
    ON CONFLICT (source, scope) DO UPDATE SET state = c.state || excluded.state, updated_at = CURRENT_TIMESTAMP`;
}
