import { Outage, outageOf } from '@/lib/db/outage';

/** What a person is told while the database does not answer. `lost`: nobody knows whether the vote was stored. */
export type Unsettled = { status: 503 | 504; sentence: string };

const UNREACHED: Unsettled = {
  status: 503,
  sentence: 'The database cannot be reached at the moment, so nothing was changed. Try again in a few seconds.',
};
const LOST: Unsettled = {
  status: 504,
  sentence: 'The database was lost while your vote was being stored. Open the page again to see whether it was.',
};

const LONGEST_MS = 10_000;

/** The work's result, or what to say when the database failed or took longer than ten seconds. Other errors throw. */
export async function settled<T>(
  work: () => Promise<T>,
  longestMs = LONGEST_MS,
): Promise<T | { unsettled: Unsettled }> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Outage({ lost: true, cause: 'too slow' })), longestMs);
  });
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    const outage = outageOf(error);
    if (outage === undefined) throw error;
    // Outside `untilKnown` no vote is under way, so a broken connection broke nothing.
    return { unsettled: error instanceof Outage && error.lost ? LOST : UNREACHED };
  } finally {
    clearTimeout(timer);
  }
}

export const isUnsettled = <T>(result: T | { unsettled: Unsettled }): result is { unsettled: Unsettled } =>
  typeof result === 'object' && result !== null && 'unsettled' in result;
