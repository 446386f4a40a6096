import type { SourceEvent } from '../source';

/** A parser that is fed text as it arrives and hands out what it has understood so far. It never throws on bad input. */
export interface FormatReader {
  write(text: string): SourceEvent[];
  end(): SourceEvent[];
}

export const rejected = (place: string, reason: string, excerpt?: string): SourceEvent => ({
  kind: 'reject',
  reject: excerpt === undefined ? { place, reason } : { place, reason, excerpt },
});

/** Copies an object without the keys whose value is undefined, as `exactOptionalPropertyTypes` wants optional fields. */
export function present<T extends object>(
  fields: T,
): { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
} {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) kept[key] = value;
  return kept as ReturnType<typeof present<T>>;
}
