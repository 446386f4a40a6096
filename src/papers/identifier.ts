import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { OLD_ARCHIVES } from './archives';
import type { PaperId } from './paper';
import { referenceInUrl } from './reference-url';

export type PaperReference = { id: PaperId; version?: number };

export type ReferenceRefusal = Refusal<
  | 'empty'
  | 'too-long'
  | 'not-an-id'
  | 'bad-date'
  | 'bad-number'
  | 'bad-version'
  | 'unknown-archive'
  | 'other-doi'
  | 'other-site'
  | 'no-paper-in-url'
>;

const LONGEST = 500;
const EXAMPLE =
  'Paste an arXiv id such as 2401.01234 or hep-th/9901001, or the address of its arXiv, Hub or alphaXiv page.';

const NEW_SHAPE = /^(\d{2})(\d{2})\.(\d{3,7})(?:v(\d{1,6}))?$/i;
const OLD_SHAPE = /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z-]{2,20})?\/(\d{2})(\d{2})(\d{1,6})(?:v(\d{1,6}))?$/i;
const ARXIV_DOI = /^10\.48550\/arxiv\./i;

/**
 * Reads what people paste for a paper (id, `arXiv:` form, arXiv/ar5iv/Hub/alphaXiv address, `10.48550/arXiv.` DOI)
 * into the canonical id and, where the input names one, the version. Refuses everything else with a sentence that
 * says what to do. Ranges and digit counts: https://info.arxiv.org/help/arxiv_identifier.html
 */
export function parsePaperReference(input: string): Result<PaperReference, ReferenceRefusal> {
  const text = unwrap(input.slice(0, LONGEST + 100));
  if (text === '') return refuse('empty', `Nothing was given. ${EXAMPLE}`);
  if (input.length > LONGEST && input.trim().length > LONGEST) {
    return refuse('too-long', `That is too long to be a paper's id or address. ${EXAMPLE}`);
  }
  const found = referenceInUrl(text);
  if (found.kind === 'other-site') {
    return refuse('other-site', `“${found.host}” is not a site whose papers we know. ${EXAMPLE}`);
  }
  if (found.kind === 'no-paper') {
    return refuse('no-paper-in-url', `That page of ${found.host} is not a paper's page. ${EXAMPLE}`);
  }
  return parseIdOrDoi(found.reference);
}

/** As `parsePaperReference`, for callers that have no use for the version. */
export function parsePaperId(input: string): Result<PaperId, ReferenceRefusal> {
  const reference = parsePaperReference(input);
  return reference.ok ? ok(reference.value.id) : reference;
}

function unwrap(input: string): string {
  return input
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .trim()
    .replace(/^[<([{"'“]{1,3}/, '')
    .replace(/[>)\]}"'”.,;]{1,3}$/, '')
    .trim();
}

function parseIdOrDoi(text: string): Result<PaperReference, ReferenceRefusal> {
  const doi = text.replace(/^doi:\s*/i, '');
  if (/^10\.\d{4,9}\//.test(doi)) {
    if (ARXIV_DOI.test(doi)) return parseId(doi.replace(ARXIV_DOI, ''));
    return refuse(
      'other-doi',
      `That DOI belongs to a publisher, not to arXiv, whose DOIs begin 10.48550/arXiv. ${EXAMPLE}`,
    );
  }
  return parseId(text);
}

function parseId(text: string): Result<PaperReference, ReferenceRefusal> {
  // The stamp on a PDF's margin reads "arXiv:2401.01234v2 [cs.CL] 3 Jan 2024".
  const id = text
    .replace(/^arxiv\s*[:.]\s*/i, '')
    .replace(/\s+\[[a-z.-]{2,24}\].{0,40}$/i, '')
    .replace(/\.pdf$/i, '');
  const fresh = NEW_SHAPE.exec(id);
  if (fresh) return newId(fresh);
  const old = OLD_SHAPE.exec(id);
  if (old) return oldId(old);
  return refuse('not-an-id', `“${id.slice(0, 60)}” is not a paper's id. ${EXAMPLE}`);
}

function newId([, yy = '', mm = '', number = '', version]: RegExpExecArray): Result<PaperReference, ReferenceRefusal> {
  const month = Number(yy) * 100 + Number(mm);
  // From 2091 on the scheme would collide with the years of the old one; nobody has such an id yet.
  if (!isMonth(mm) || month < 704 || Number(yy) > 90) {
    return refuse(
      'bad-date',
      `arXiv ids begin with year and month, 0704 or later; “${yy}${mm}” is no such month. ${EXAMPLE}`,
    );
  }
  const digits = month <= 1412 ? 4 : 5;
  if (number.length !== digits || Number(number) === 0) {
    return refuse(
      'bad-number',
      `An id of 20${yy}-${mm} has ${digits} digits after the point, counted from 1. Check for a missing digit.`,
    );
  }
  return withVersion(`${yy}${mm}.${number}`, version);
}

function oldId([, archive = '', yy = '', mm = '', number = '', version]: RegExpExecArray): Result<
  PaperReference,
  ReferenceRefusal
> {
  const name = archive.toLowerCase();
  if (!OLD_ARCHIVES.has(name)) {
    return refuse('unknown-archive', `arXiv never had an archive “${name}”. ${EXAMPLE}`);
  }
  const year = Number(yy) >= 91 ? 1900 + Number(yy) : 2000 + Number(yy);
  if (!isMonth(mm) || year * 100 + Number(mm) > 200703) {
    return refuse(
      'bad-date',
      `Ids with an archive's name run from 1991 to March 2007; “${yy}${mm}” is no such month. ${EXAMPLE}`,
    );
  }
  if (number.length !== 3 || Number(number) === 0) {
    return refuse(
      'bad-number',
      'An id with an archive’s name has seven digits, such as hep-th/9901001. Check for a missing digit.',
    );
  }
  return withVersion(`${name}/${yy}${mm}${number}`, version);
}

const isMonth = (mm: string): boolean => Number(mm) >= 1 && Number(mm) <= 12;

function withVersion(id: string, version: string | undefined): Result<PaperReference, ReferenceRefusal> {
  if (version === undefined) return ok({ id: id as PaperId });
  if (Number(version) === 0)
    return refuse('bad-version', `Versions count from v1. Leave it off to mean the latest: ${id}.`);
  return ok({ id: id as PaperId, version: Number(version) });
}
