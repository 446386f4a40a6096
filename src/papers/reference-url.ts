type FoundReference =
  | { kind: 'reference'; reference: string }
  | { kind: 'other-site'; host: string }
  | { kind: 'no-paper'; host: string };

const ARXIV_HOST = /^(?:[a-z0-9-]+\.){0,2}arxiv\.org$|^ar5iv\.org$|^xxx\.lanl\.gov$|^xxx\.arxiv\.cornell\.edu$/;
const ARXIV_PATH = /^\/(?:abs|pdf|html|format|ps|dvi|src|e-print|tex|overview)\/(.+)$/;
const HUB_PATH = /^\/(?:papers)\/([^/]+)/;
const ALPHAXIV_PATH = /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:abs|pdf|overview|html|resources|audio|forum)\/(.+)$/i;
// An old id with its subject class, math.GT/0309136, could pass for a host and a path.
const OLD_ID = /^[a-z-]+\.[a-z-]{2,20}\/\d{7}(?:v\d+)?$/i;
const HAS_HOST = /^(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?::\d{1,5})?\//i;

/** Takes the id or DOI out of an address on a site that shows arXiv's papers; text that is no address comes back as it is. */
export function referenceInUrl(text: string): FoundReference {
  const url = asUrl(text);
  if (url === null) return { kind: 'reference', reference: decoded(text) };
  const host = url.hostname.replace(/^www\./, '');
  const path = decoded(url.pathname).replace(/\/+$/, '');
  if (host === 'doi.org' || host === 'dx.doi.org') return found(path.slice(1), host);
  if (host === 'huggingface.co' || host === 'hf.co') return found(HUB_PATH.exec(path)?.[1], host);
  if (host === 'alphaxiv.org') return found(ALPHAXIV_PATH.exec(path)?.[1], host);
  if (ARXIV_HOST.test(host)) return found(ARXIV_PATH.exec(path)?.[1], host);
  return { kind: 'other-site', host: url.hostname.slice(0, 80) || text.slice(0, 40) };
}

const found = (reference: string | undefined, host: string): FoundReference =>
  reference ? { kind: 'reference', reference } : { kind: 'no-paper', host };

function asUrl(text: string): URL | null {
  const scheme = /^[a-z][a-z0-9+-]{1,15}:\/{2}/i.test(text);
  if (!scheme && (OLD_ID.test(text) || !HAS_HOST.test(text))) return null;
  try {
    return new URL(scheme ? text : `https://${text}`);
  } catch {
    return null;
  }
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
