import { isoWeekday, type UtcDay } from '@/src/shared';

/** Readers of every day and of weekdays share the daily edition. */
export type EditionKind = 'daily' | 'weekly';

/** An edition is known by its kind and the day (UTC) on which it goes out. */
export type EditionKey = { kind: EditionKind; day: UtcDay };

/** Where everybody can read an edition: `/digest/2026-05-29`, `/digest/weekly/2026-05-29`. */
export const editionPath = ({ kind, day }: EditionKey): string =>
  kind === 'daily' ? `/digest/${day}` : `/digest/weekly/${day}`;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

const dayAndMonth = (day: UtcDay): string => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`;

/** `Friday, 29 May 2026`. */
export const dayInWords = (day: UtcDay): string =>
  `${WEEKDAYS[isoWeekday(day) - 1]}, ${dayAndMonth(day)} ${day.slice(0, 4)}`;

/** The day as a subject begins: `Friday, 29 May`, or `The week to 29 May`. */
export const editionName = ({ kind, day }: EditionKey): string =>
  kind === 'daily' ? `${WEEKDAYS[isoWeekday(day) - 1]}, ${dayAndMonth(day)}` : `The week to ${dayAndMonth(day)}`;

/**
 * The message's id, the same however often it is sent, so that a mail program that gets it twice shows it once.
 * `host` is a domain name of the sender's.
 */
export const messageId = ({ kind, day }: EditionKey, subscriberId: string, host: string): string =>
  `<${kind}.${day}.${subscriberId}@${host}>`;
