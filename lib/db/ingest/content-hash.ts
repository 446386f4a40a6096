import { createHash } from 'node:crypto';
import type { MergedPaper } from '@/src/ingest';

/** A hash over everything that is stored of a merged paper: equal hashes, nothing to write. */
export function contentHash(paper: MergedPaper): string {
  const { organization, outside, versions, ...plain } = paper;
  const told = [Object.values(plain), inOrder(organization), inOrder(outside), versions.map(inOrder)];
  return createHash('sha1').update(JSON.stringify(told)).digest('base64url');
}

// The database gives the keys of a JSON column back in an order of its own.
const inOrder = (value: object | undefined): unknown =>
  value && Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
