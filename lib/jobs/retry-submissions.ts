import { withJobLock } from '@/lib/db/job-lock';
import { recordJob } from '@/lib/db/job-runs';
import { sql } from '@/lib/db/sql';
import { services } from '@/lib/services';
import { retrySubmissions } from '@/src/submissions';

/** Tries submissions again whose source was down; nothing while another process is at it. */
export const retryNow = (databaseUrl: string, now = new Date()): Promise<unknown> => {
  const pool = sql(databaseUrl);
  return withJobLock(pool, 'submissions', () =>
    recordJob(pool, 'submissions', async () => {
      const { listed, refused, waiting } = await retrySubmissions(services().submitting, { now });
      return `Listed ${listed}, refused ${refused}; ${waiting} still wait for their source.`;
    }),
  );
};
