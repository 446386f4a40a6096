import type { UtcDay } from '@/src/shared';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
    formats.set(zone, format);
  }
  return format;
}

/** What the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: string, at: number): number {
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(formatOf(zone).format(at)) ?? [];
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS + Number(seconds) * 1_000;
  return sign === '-' ? -size : size;
}

// Subscribers are many, the hours that they choose are few.
const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

/**
 * The first instant at which the zone's clocks have reached `hour` o'clock of a day. Of an hour that comes twice it is the
 * first; for one that is left out, with its whole day even, it is the instant at which the clocks are put forward.
 */
export function firstInstantOf(zone: string, day: UtcDay, hour: number): Date {
  const key = `${zone} ${day} ${hour}`;
  let at = known.get(key);
  if (at === undefined) {
    at = find(zone, day, hour);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, at);
  }
  return new Date(at);
}

function find(zone: string, day: UtcDay, hour: number): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + hour * 60 * MINUTE_MS;
  // No zone is more than a day from UTC, and none changes its clocks twice within three.
  const [from, to] = [wall - 1.5 * DAY_MS, wall + 1.5 * DAY_MS];
  const [before, after] = [offsetAt(zone, from), offsetAt(zone, to)];
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  for (const at of [early, late]) if (at + offsetAt(zone, at) === wall) return at;
  return changeBetween(zone, from, to);
}

/** The instant in between at which the zone's offset changes. */
function changeBetween(zone: string, from: number, to: number): number {
  const before = offsetAt(zone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
