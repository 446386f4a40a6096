import { htmlInstead } from './xml-format';

export type SniffedFormat =
  | { kind: 'xml' }
  | { kind: 'json-lines' }
  | { kind: 'json-document' }
  | { kind: 'refused'; reason: string };

/** Tells the format by the first characters of a file's text (64 kB are plenty). Names and suffixes are not asked. */
export function sniffFormat(start: string): SniffedFormat {
  const text = start.replace(/^\uFEFF/, '').trimStart();
  if (text === '') return { kind: 'refused', reason: 'it is empty' };
  const html = htmlInstead(text);
  if (html !== undefined) return { kind: 'refused', reason: html };
  if (text.startsWith('<')) return { kind: 'xml' };
  if (text.startsWith('[')) return { kind: 'json-document' };
  if (text.startsWith('{')) return { kind: isWholeObject(text) ? 'json-lines' : 'json-document' };
  if (/^rate exceeded/i.test(text)) {
    return { kind: 'refused', reason: 'it holds arXiv’s answer “Rate exceeded.” instead of data' };
  }
  // A spoilt first line does not spoil the others.
  if (/\n\s*\{"/.test(text)) return { kind: 'json-lines' };
  return { kind: 'refused', reason: 'it is neither XML nor JSON' };
}

// In JSON lines the first line is an object by itself and the next begins another. A file of one line is a document.
function isWholeObject(text: string): boolean {
  const end = text.indexOf('\n');
  const rest = end < 0 ? '' : text.slice(end).trimStart();
  return rest !== '' && !/^["}\]]/.test(rest);
}
