import type { PaperId } from '@/src/papers';
import { parseUtcDay, type UtcDay } from '@/src/shared';
import type { PaperFacts } from '../paper-facts';

export type Published = NonNullable<PaperFacts['published']>;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const RFC_822 = /(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})(?: (\d{2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|GMT|UTC|UT|Z)?)?/;
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** An ISO 8601 instant with its zone, such as arXiv's `2021-04-20T16:07:14Z`. */
export function isoInstant(text: string | undefined): Date | undefined {
  const trimmed = text?.trim() ?? '';
  const at = ISO_INSTANT.test(trimmed) ? new Date(trimmed) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) ? at : undefined;
}

/** A mail date such as `Wed, 02 Feb 2011 09:08:37 GMT`, as `arXivRaw` and the snapshot write versions. */
export function mailInstant(text: string | undefined): Date | undefined {
  const found = RFC_822.exec(text ?? '');
  const month = MONTHS.indexOf(found?.[2] ?? '') + 1;
  if (!found || month === 0 || found[4] === undefined) return undefined;
  const [, day = '', , year, hour, minute, second = '00', zone = 'GMT'] = found;
  const offset = /^[+-]/.test(zone) ? zone : '+0000';
  const iso = `${year}-${pad(month)}-${day.padStart(2, '0')}T${hour}:${minute}:${second}${offset.slice(0, 3)}:${offset.slice(3)}`;
  return isoInstant(iso);
}

/** The calendar day that a date text names in its own zone: an announcement at midnight in New York is of that day. */
export function writtenDay(text: string | undefined): UtcDay | undefined {
  const trimmed = text?.trim() ?? '';
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(trimmed)?.[0];
  const mail = RFC_822.exec(trimmed);
  const month = MONTHS.indexOf(mail?.[2] ?? '') + 1;
  const written = iso ?? (mail && month > 0 ? `${mail[3]}-${pad(month)}-${mail[1]?.padStart(2, '0')}` : '');
  const day = parseUtcDay(written);
  return day.ok ? day.value : undefined;
}

/** When version 1 was submitted, from an instant or a bare day (kept as midnight UTC). */
export function publishedFrom(text: string | null | undefined): Published | undefined {
  const trimmed = text?.trim() ?? '';
  const instant = isoInstant(trimmed);
  // Some lists write a bare day as midnight.
  if (instant) return { at: instant, precision: /T00:00:00(\.0+)?Z$/.test(trimmed) ? 'day' : 'instant' };
  const day = /^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? parseUtcDay(trimmed) : undefined;
  return day?.ok ? { at: startOfDay(day.value), precision: 'day' } : undefined;
}

/** The first of the month that an arXiv id carries. */
export function monthOfId(id: PaperId): Published {
  const digits = /(\d{2})(\d{2})\d*(?:\.\d+)?$/.exec(id.includes('/') ? id : (id.split('.')[0] ?? ''));
  const yy = Number(digits?.[1] ?? 91);
  const year = yy >= 91 ? 1900 + yy : 2000 + yy;
  return { at: new Date(`${year}-${digits?.[2] ?? '01'}-01T00:00:00Z`), precision: 'month' };
}

export const startOfDay = (day: UtcDay): Date => new Date(`${day}T00:00:00Z`);

const pad = (value: number): string => String(value).padStart(2, '0');
