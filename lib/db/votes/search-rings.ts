import type postgres from 'postgres';
import { takeOutRings } from '@/src/votes';
import { withJobLock } from '../job-lock';
import { recordJob } from '../job-runs';
import { ringStore } from './rings';

/** The nightly search for rings; nothing while another process is at it. */
export const searchRings = (sql: postgres.Sql, now = new Date()): Promise<unknown> =>
  withJobLock(sql, 'votes', () =>
    recordJob(sql, 'votes', async () => {
      const { found, takenOut, judged } = await takeOutRings({ rings: ringStore(sql) }, { now });
      const rings = `${found} ${found === 1 ? 'ring' : 'rings'}`;
      return `Found ${rings}, took ${takenOut} votes out of the count, judged ${judged} anew.`;
    }),
  );
