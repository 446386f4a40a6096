import { isWithdrawn } from '@/src/papers';

type Told = { abstract: string; comment: string | undefined };

/** Whether what a record says of its latest version is a notice of withdrawal. */
export function withdrawnBy({ abstract, comment }: Told): boolean {
  // Hardly any paper speaks of it at all; a look for the words is ten times cheaper than the careful reading.
  if (!mentions(abstract) && (comment === undefined || !mentions(comment))) return false;
  return isWithdrawn(comment === undefined ? { abstract } : { abstract, comment });
}

function mentions(text: string): boolean {
  const lower = text.toLowerCase();
  return lower.includes('withdr') || lower.includes('retract') || lower.includes('removed by');
}
