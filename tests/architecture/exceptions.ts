import type { Violation } from './cruise';

/** Imports against an arrow that are right all the same. One that no import needs any more fails the test. */
export const EXCEPTIONS: readonly (Violation & { reason: string })[] = [
  {
    rule: 'database-in-lib-db',
    from: 'lib/launcher/postgres/prepare.ts',
    to: 'node_modules/postgres/types/index.d.ts',
    reason: 'As administrator it makes the role and the database that lib/db connects to later.',
  },
  {
    rule: 'src-stands-alone',
    from: 'src/ingest/announcement.ts',
    to: 'crypto',
    reason: 'createHash is arithmetic: a fingerprint of a batch of ids, without I/O.',
  },
  {
    rule: 'src-stands-alone',
    from: 'src/ingest/merge-paper.ts',
    to: 'crypto',
    reason: 'createHash is arithmetic: the fingerprint that tells a changed paper from an unchanged one.',
  },
];
