import { type PaperId, parsePaperReference } from '@/src/papers';
import { cleanQuery } from './clean-query';

const OWN_PATH = /^https?:\/\/[^/\s]+\/papers\/((?:[a-z-]+\/)?\d[\d.]+(?:v\d+)?)\/?(?:[?#].*)?$/i;

export type PastedReference = { id: PaperId } | { problem: string } | undefined;

/**
 * The paper that a query names by id or address, our own addresses too; a sentence where it has the shape of one but names none;
 * undefined for words.
 */
export function pastedReference(text: string): PastedReference {
  const pasted = cleanQuery(text).replace(/^id:/i, '');
  if (pasted === '' || pasted.length > 500 || (/\s/.test(pasted) && !/^(?:arxiv|doi)\s*:/i.test(pasted)))
    return undefined;
  const read = parsePaperReference(OWN_PATH.exec(pasted)?.[1] ?? pasted);
  if (read.ok) return { id: read.value.id };
  const looksMeant = /^(?:https?:\/\/|10\.\d{4}|arxiv:|\d{4}\.\d{3,}(?:v\d+)?$)/i.test(pasted);
  return looksMeant ? { problem: read.refusal.message } : undefined;
}
