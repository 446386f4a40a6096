import type postgres from 'postgres';
import { withJobLock } from '../job-lock';
import { recordJob } from '../job-runs';
import { retrain } from './retrain';
import { scoreStale } from './score-stale';
import { usedModel } from './used-model';

/** Keeps the first day's order up to date: own weights where they are better, and every paper's score. */
export const keepInterest = (sql: postgres.Sql): Promise<unknown> =>
  withJobLock(sql, 'interest', () =>
    recordJob(sql, 'interest', async () => {
      const said = await retrain(sql);
      const scored = await scoreStale(sql, await usedModel(sql));
      return `${said} ${scored} papers were scored again.`;
    }),
  );
