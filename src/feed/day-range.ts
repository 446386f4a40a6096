import type { UtcDay } from '@/src/shared';

/** Days from `from` up to, not including, `to`. */
export type DayRange = { from: UtcDay; to: UtcDay };
