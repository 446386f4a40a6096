import { z } from 'zod';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { canonicalZone } from './zone';

export const CADENCES = ['daily', 'weekdays', 'weekly'] as const;
export const FEWEST_PAPERS = 5;
export const MOST_PAPERS = 50;
const MOST_WORDS = 20;
const LONGEST_WORD = 40;

const LISTED = 'Choose categories from the list.';

const refined = (message: string) => ({ error: message });

const whole = (least: number, most: number, message: string) =>
  z.coerce.number(refined(message)).int(refined(message)).min(least, refined(message)).max(most, refined(message));

const words = z
  .string(refined('Write words, parted by commas.'))
  .max(2_000, 'These are too many words.')
  .transform((text, context) => {
    const found = new Map<string, string>();
    for (const part of text.normalize('NFC').split(/[,;\n\r]/)) {
      const word = part.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
      if (word !== '' && !found.has(word.toLowerCase())) found.set(word.toLowerCase(), word);
    }
    const list = [...found.values()];
    if (list.length > MOST_WORDS) context.addIssue({ code: 'custom', message: `At most ${MOST_WORDS} words.` });
    if (list.some((word) => word.length > LONGEST_WORD)) {
      context.addIssue({
        code: 'custom',
        message: `A word has at most ${LONGEST_WORD} characters. Part them by commas.`,
      });
    }
    return list;
  });

/** What a form says: text in every field; what is not there has its default. */
const FORM = z.object({
  cadence: z.enum(CADENCES, refined('Choose every day, weekdays or once a week.')).default('weekdays'),
  weekday: whole(1, 7, 'Choose a day of the week.').default(1),
  hour: whole(0, 23, 'Choose an hour from 0 to 23.').default(8),
  zone: z
    .string(refined('Choose a time zone from the list.'))
    .max(64, 'Choose a time zone from the list.')
    .default('UTC')
    .transform((name, context): string => {
      const zone = canonicalZone(name);
      if (zone !== undefined) return zone;
      context.addIssue({ code: 'custom', message: 'Choose a time zone from the list.' });
      return z.NEVER;
    }),
  categories: z.array(z.string().max(64), refined(LISTED)).max(500, LISTED).default([]),
  include: words.default([]),
  exclude: words.default([]),
  papers: whole(FEWEST_PAPERS, MOST_PAPERS, `Choose from ${FEWEST_PAPERS} to ${MOST_PAPERS} papers.`).default(12),
});

/** What a subscriber wants to get, and when. No categories means all that the instance carries. */
export type Preferences = {
  cadence: (typeof CADENCES)[number];
  /** ISO, 1 is Monday; only a weekly digest heeds it. */
  weekday: number;
  /** 0 to 23, in `zone`. */
  hour: number;
  /** An IANA name. */
  zone: string;
  categories: string[];
  includeWords: string[];
  excludeWords: string[];
  papers: number;
};

export type PreferencesInput = Partial<Record<keyof z.input<typeof FORM>, unknown>>;

/** Why preferences cannot be taken; `field` is the form's. */
export type BadPreferences = Refusal<'bad-preferences'>;

export const DEFAULT_PREFERENCES: Preferences = toPreferences(FORM.parse({}));

/**
 * Reads preferences as a form sends them. Categories that the instance does not carry are left out, and all of them mean
 * the same as none: whatever it carries, also later.
 */
export function parsePreferences(
  input: PreferencesInput,
  carried: readonly string[],
): Result<Preferences, BadPreferences> {
  const given = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
  const parsed = FORM.safeParse(given);
  if (!parsed.success) {
    return refuse('bad-preferences', parsed.error.issues[0]?.message ?? 'These preferences cannot be read.');
  }
  const chosen = carried.filter((code) => parsed.data.categories.includes(code));
  return ok({ ...toPreferences(parsed.data), categories: chosen.length === carried.length ? [] : chosen });
}

function toPreferences({ include, exclude, ...rest }: z.output<typeof FORM>): Preferences {
  return { ...rest, includeWords: include, excludeWords: exclude };
}

/** Preferences as they come back from where they were kept as JSON; undefined when they are not ours. */
export function keptPreferences(value: unknown): Preferences | undefined {
  const parsed = KEPT.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

const list = z.array(z.string());
const KEPT: z.ZodType<Preferences> = z.object({
  cadence: z.enum(CADENCES),
  weekday: z.int().min(1).max(7),
  hour: z.int().min(0).max(23),
  zone: z.string().min(1).max(64),
  categories: list,
  includeWords: list,
  excludeWords: list,
  papers: z.int().min(FEWEST_PAPERS).max(MOST_PAPERS),
});
