import { setImmediate as turn } from 'node:timers/promises';
import type postgres from 'postgres';
import { type Example, packModel, retrainingSteps, shippedModel } from '@/src/recommend';
import type { UtcDay } from '@/src/shared';
import { type CandidateRow, candidateColumns, toCandidate } from './candidates';

/** Older votes tell of other times, and more papers would only take longer. */
const MOST_PAPERS = 20_000;
const RETRAIN_AFTER_HOURS = 20;
const KEPT_MODELS = 30;
const LONGEST_STRETCH_MS = 8;

/** Trains on the instance's own votes where there are enough, once a day, and uses the result where it is better. In a sentence. */
export async function retrain(sql: postgres.Sql): Promise<string> {
  const [recent] = await sql`
    SELECT FROM interest_models WHERE made_at > now() - make_interval(hours => ${RETRAIN_AFTER_HOURS}) LIMIT 1`;
  if (recent !== undefined) return 'The weights were compared within the day.';
  const steps = retrainingSteps(await ownExamples(sql), shippedModel().model);
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      const result = step.value;
      if (result.outcome === 'too-few')
        return `Too few votes for weights of its own: ${result.wanted} papers on ${result.days} days.`;
      const { own, shipped, better, model } = result;
      const weights = better ? sql.json(packModel(model)) : null;
      await sql`
        INSERT INTO interest_models (weights, figures, used) VALUES (${weights}, ${sql.json({ own, shipped })}, ${better})`;
      await sql`
        DELETE FROM interest_models WHERE id NOT IN (SELECT id FROM interest_models ORDER BY id DESC LIMIT ${KEPT_MODELS})
          AND id <> (SELECT coalesce(max(id), 0) FROM interest_models WHERE used)`;
      const figures = `AUC ${own.auc.toFixed(3)} against ${shipped.auc.toFixed(3)}`;
      return better
        ? `Its own weights are better and used: ${figures}.`
        : `Its own weights are not better: ${figures}.`;
    }
    if (performance.now() - since < LONGEST_STRETCH_MS) continue;
    await turn();
    since = performance.now();
  }
}

/** Papers of the days on which members voted for some: what was wanted is what has a vote cast here. */
async function ownExamples(sql: postgres.Sql): Promise<Example[]> {
  const rows = await sql<(CandidateRow & { day: UtcDay; wanted: boolean })[]>`
    SELECT ${candidateColumns(sql)}, first_listed::text AS day, upvotes > 0 AS wanted FROM papers
    WHERE NOT hidden AND NOT withdrawn AND first_listed IN (SELECT first_listed FROM papers WHERE upvotes > 0)
    ORDER BY first_listed DESC, id LIMIT ${MOST_PAPERS}`;
  return rows.map(({ day, wanted, ...row }) => ({ day, wanted, paper: toCandidate(row) }));
}
