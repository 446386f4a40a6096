import { OLD_ARCHIVES } from '../archives';

export type LinkSpan = { start: number; end: number; href: string; label: string };

// A host we may assume a scheme for, or a scheme; then URL characters and TeX's escapes of them.
const CANDIDATE =
  /(?<![\w@/.-])(?:https?:\/\/|www\.(?=\w)|(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|huggingface\.co|hf\.co|zenodo\.org|doi\.org|arxiv\.org)\/(?=[\w~])|[a-z\d](?:[a-z\d-]{0,60}[a-z\d])?\.(?:github|gitlab)\.io\b)(?:[!#%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]|\\[_%#&~](?:\{\})?|\{\\_\}|\\textasciitilde(?:\{\})?|\$\\sim\$)*/gi;
const MENTION =
  /(?<![\w/.:-])(?:arXiv:\s?(\d{4}\.\d{4,5}|[a-z-]{2,9}(?:\.[A-Z]{2})?\/\d{7})(v\d{1,2})?|doi:\s?(10\.\d{4,9}\/[\w.()/:;<>-]{3,120}))(?![\w])/gi;

/** Web addresses and mentions of arXiv ids and DOIs in a source, in order, with what to link and what to show. Linear. */
export function findLinks(source: string): LinkSpan[] {
  const spans: LinkSpan[] = [];
  if (/:\/\/|www\.|\.(?:com|org|co|io)\b/i.test(source)) {
    for (const match of source.matchAll(CANDIDATE)) addAddress(spans, match);
  }
  if (/arxiv:|doi:/i.test(source)) {
    for (const match of source.matchAll(MENTION)) addMention(spans, match);
    spans.sort((a, b) => a.start - b.start);
  }
  return spans;
}

function addAddress(spans: LinkSpan[], match: RegExpMatchArray): void {
  const raw = trimmed(match[0]);
  const start = match.index as number;
  const label = unescapeUrl(raw);
  const href = safeHref(label);
  if (href !== undefined) spans.push({ start, end: start + raw.length, href, label });
}

function addMention(spans: LinkSpan[], match: RegExpMatchArray): void {
  const [whole, id, version, doi] = match;
  const archive = id?.includes('/') ? id.slice(0, id.indexOf('/')).replace(/\..*/, '').toLowerCase() : undefined;
  if (archive !== undefined && !OLD_ARCHIVES.has(archive)) return;
  const raw = trimmed(whole);
  const start = match.index as number;
  const path = id === undefined ? trimmed(doi ?? '') : `${id.replace(/^([a-z-]+)\.[A-Z]{2}\//, '$1/')}${version ?? ''}`;
  const href = safeHref(id === undefined ? `https://doi.org/${path}` : `https://arxiv.org/abs/${path}`);
  if (href !== undefined) spans.push({ start, end: start + raw.length, href, label: raw });
}

/** Without the punctuation of the sentence around it; a bracket goes unless the address itself opened it. */
function trimmed(raw: string): string {
  let round = surplus(raw, '(', ')');
  let square = surplus(raw, '[', ']');
  let end = raw.length;
  for (; end > 0; end -= 1) {
    const char = raw[end - 1] as string;
    if (char === ')' && round > 0) round -= 1;
    else if (char === ']' && square > 0) square -= 1;
    else if (!/[.,;:!?'*\\([]/.test(char)) break;
  }
  return raw.slice(0, end);
}

/** How many closing brackets more than opening ones. */
const surplus = (text: string, open: string, close: string): number =>
  text.split(close).length - text.split(open).length;

/** An address as a browser takes it, out of TeX's spelling. */
export const unescapeUrl = (raw: string): string =>
  raw
    .replace(/\$\\sim\$|\\textasciitilde(?:\{\})?|\\~(?:\{\})?|\\string~/g, '~')
    .replace(/\{\\_\}/g, '_')
    .replace(/\\([_%#&$~{}\\-])/g, '$1')
    .replace(/[{}\s]/g, '');

/** The address to put into an `href`: http or https with a real host, without user and password; else undefined. */
export function safeHref(address: string): string | undefined {
  if (address.length > 2000) return undefined;
  const text = /^https?:\/\//i.test(address)
    ? address
    : /^[a-z][a-z\d+.-]*:(?!\d)/i.test(address)
      ? ''
      : `https://${address}`;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.password !== '')
    return undefined;
  return /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z][a-z\d-]+$/.test(url.hostname) ? url.href : undefined;
}
