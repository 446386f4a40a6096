import { type PaperReference, parsePaperReference } from '@/src/papers';
import type { Result } from '@/src/shared';

/** Reads an id as arXiv's services write it: bare, as `oai:arXiv.org:…`, or as the address of an abstract page. */
export const arxivId = (text: string | undefined): Result<PaperReference> =>
  parsePaperReference((text ?? '').trim().replace(/^oai:arXiv\.org:/i, ''));
