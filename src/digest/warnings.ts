import { addDays, utcDayOf } from '@/src/shared';
import type { DigestHealth, EditionStore } from './digest-store';
import { editionName } from './edition';

export type DigestWarning = { code: 'digest-unplanned' | 'digest-late' | 'digest-failing'; message: string };

/** A share of failures that is no longer the ordinary loss of old addresses. */
const TOLERATED_SHARE = 0.05;
/** A single failure among a handful of readers is no alarm. */
const LEAST_FAILED = 2;
const DAYS_WATCHED = 3;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
const clock = (at: Date | null): string =>
  at === null ? '' : ` since ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** What an operator has to look into; empty when every due edition has gone out. */
export function digestWarnings({ unplanned, late, editions, paused }: DigestHealth): DigestWarning[] {
  const warnings: DigestWarning[] = [];
  if (unplanned.count > 0) {
    warnings.push({
      code: 'digest-unplanned',
      message: `The digest of ${counted(unplanned.count, 'reader')} is due${clock(unplanned.since)} and was not even begun. Is the scheduler running?`,
    });
  }
  if (late.count > 0) {
    const why = paused?.reason || late.answer;
    warnings.push({
      code: 'digest-late',
      message: `${counted(late.count, 'digest')} should have gone out${clock(late.since)} and did not.${why ? ` The mail server’s last words: ${why}` : ''}`,
    });
  }
  for (const edition of editions) {
    const tried = edition.sent + edition.failed;
    if (edition.failed < LEAST_FAILED || edition.failed <= tried * TOLERATED_SHARE) continue;
    warnings.push({
      code: 'digest-failing',
      message: `Digest of ${editionName(edition)} (${edition.kind}): ${edition.failed} of ${tried} could not be delivered.`,
    });
  }
  return warnings;
}

/** Reads what is wrong with the digest now. */
export const readDigestWarnings = async (
  store: Pick<EditionStore, 'health'>,
  { now }: { now: Date },
): Promise<DigestWarning[]> => digestWarnings(await store.health(now, addDays(utcDayOf(now), -DAYS_WATCHED)));
