import type { UtcDay } from '@/src/shared';
import type { SourceEvent } from '../source';
import { looksLikeAnnouncementDay, readAnnouncementDay } from './announcement-json';
import { rejected } from './format-reader';
import { looksLikeHubList, readHubList } from './hub-daily';
import { looksLikePapersLine, readPapersLine } from './papers-line';
import { looksLikeSnapshotLine, readSnapshotLine } from './snapshot-line';
import { excerptOf } from './text';

/** Reads a JSON document that was told apart by its content: the Hub's daily list or a saved day of announcements. */
export function readJsonDocument(text: string, place: string, day: UtcDay | undefined): SourceEvent[] {
  const parsed = parse(text);
  if (!parsed.ok) return [rejected(place, `the JSON is broken: ${parsed.message}`, excerptOf(text))];
  const { value } = parsed;
  if (looksLikeHubList(value)) return readHubList(value, place, day);
  if (looksLikeAnnouncementDay(value)) return readAnnouncementDay(value, place);
  // A single paper in a file by itself is a line like any other.
  if (isObject(value) && (looksLikeSnapshotLine(value) || looksLikePapersLine(value)))
    return [readObject(value, place)];
  return [rejected(place, 'the JSON is of no format known here', excerptOf(text))];
}

/** Reads one line of a JSON-lines file: of the metadata snapshot or of `papers.jsonl`. */
export function readJsonLine(text: string, place: string): SourceEvent {
  const parsed = parse(text);
  if (!parsed.ok) return rejected(place, `the line is not JSON: ${parsed.message}`, excerptOf(text));
  if (!isObject(parsed.value)) return rejected(place, 'the line is not a JSON object', excerptOf(text));
  return readObject(parsed.value, place);
}

function readObject(value: object, place: string): SourceEvent {
  if (looksLikeSnapshotLine(value)) return readSnapshotLine(value, place);
  if (looksLikePapersLine(value)) return readPapersLine(value, place);
  return rejected(place, 'the object is of no format known here', excerptOf(JSON.stringify(value)));
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? oneSentence(error.message) : 'unreadable' };
  }
}

// V8 quotes the text at fault, which the excerpt shows anyway.
const oneSentence = (message: string): string => message.replace(/,? (?:\.\.\.)?".*$/s, '').slice(0, 200);
