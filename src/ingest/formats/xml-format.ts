import type { UtcDay } from '@/src/shared';
import type { SourceEvent } from '../source';
import { createAnnouncementFeed } from './announcement-feed';
import { apiErrorOf, readApiEntry } from './atom-api';
import { writtenDay } from './dates';
import { type FormatReader, rejected } from './format-reader';
import { type OaiError, type ResumptionToken, readOaiError, readOaiRecord, readResumptionToken } from './oai';
import { excerptOf } from './text';
import { createXmlReader, type XmlElement, XmlFault } from './xml-reader';

/** What an XML answer says besides its records. */
export type XmlHead = {
  format?: 'oai' | 'atom' | 'rss';
  errors: OaiError[];
  token?: ResumptionToken;
  /** The OAI server's own clock, from which the next harvest starts. */
  responseDay?: UtcDay;
  totalResults?: number;
  /** False when the answer broke off or was refused. */
  complete: boolean;
};

const RECORDS = new Set(['record', 'entry', 'item']);
const HTML =
  'it is an HTML page, not data: the address or the file is wrong, or a proxy answered in place of the source';

/** Reads any XML that the sources speak (OAI-PMH, API Atom, announcement feeds), told apart by its root element. */
export function createXmlFormat(place: string): FormatReader & { head: XmlHead } {
  const head: XmlHead = { errors: [], complete: false };
  const feed = createAnnouncementFeed();
  let events: SourceEvent[] = [];
  let failed = false;
  let count = 0;
  let asOf: UtcDay | undefined;

  const onRecord = (record: XmlElement, oversized: string | undefined): void => {
    count += 1;
    const where = `${place}:${record.line}`;
    if (oversized !== undefined) {
      events.push(rejected(where, `record ${count} is too large: its ${oversized} exceeds what any paper has`));
    } else if (head.format === 'oai') events.push(readOaiRecord(record, where));
    else if (feed.isAnnouncement(record)) events.push(feed.read(record, where));
    else if (head.format === 'rss') events.push(rejected(where, 'the item is not an arXiv announcement'));
    else {
      const message = apiErrorOf(record);
      if (message !== undefined) head.errors.push({ code: 'api-error', message });
      else events.push(readApiEntry(record, where, asOf));
    }
  };

  const onLeaf = (leaf: XmlElement, parent: string): void => {
    if (head.format === 'oai') readOaiLeaf(head, leaf);
    else if (parent === 'feed' || parent === 'channel') {
      feed.head(leaf);
      if (leaf.name === 'updated') asOf = writtenDay(leaf.text);
      if (leaf.name === 'totalResults') head.totalResults = Number(leaf.text.trim());
    }
  };

  const reader = createXmlReader(RECORDS, { onRoot: (root) => readRoot(head, root), onRecord, onLeaf });

  const guarded = (step: () => void): SourceEvent[] => {
    if (!failed) {
      try {
        step();
      } catch (error) {
        failed = true;
        if (!(error instanceof XmlFault)) throw error;
        const kept = count > 0 ? `; the ${count} records before it are kept` : '';
        events.push(rejected(`${place}:${reader.line()}`, `${error.message}${kept}`));
      }
    }
    const out = events;
    events = [];
    return out;
  };

  return {
    head,
    write: (text) => guarded(() => reader.write(text)),
    end: () =>
      guarded(() => {
        reader.end();
        head.complete = true;
        const announcement = feed.announcement();
        if (announcement && head.errors.length === 0) events.push({ kind: 'announcement', announcement });
      }),
  };
}

function readRoot(head: XmlHead, root: XmlElement): void {
  const format = { 'OAI-PMH': 'oai', feed: 'atom', rss: 'rss' } as const;
  if (root.name.toLowerCase() === 'html') throw new XmlFault(HTML);
  const known = format[root.name as keyof typeof format];
  if (!known) throw new XmlFault(`its root element <${excerptOf(root.name)}> is of no format known here`);
  head.format = known;
}

function readOaiLeaf(head: XmlHead, leaf: XmlElement): void {
  if (leaf.name === 'error') head.errors.push(readOaiError(leaf));
  if (leaf.name === 'responseDate') {
    const day = writtenDay(leaf.text);
    if (day) head.responseDay = day;
  }
  if (leaf.name === 'resumptionToken') {
    const token = readResumptionToken(leaf);
    if (token) head.token = token;
  }
}

/** Whether text begins like an HTML page, and if so the sentence that says it. */
export const htmlInstead = (start: string): string | undefined =>
  /^\s*(<!--[\s\S]{0,2000}?-->\s*)?<(!doctype\s+html|html)\b/i.test(start) ? HTML : undefined;
