import { services } from '@/lib/services';
import type { EditionKind } from '@/src/digest';
import { readDigestWarnings, readEditionPage } from '@/src/digest';
import { requestTime } from './reads';

export const edition = (kind: EditionKind, key: string) =>
  readEditionPage(services().feed, { kind, key, now: requestTime() });

/** What an operator has to look into about the digest. */
export const digestWarnings = () => readDigestWarnings(services().editions, { now: requestTime() });
