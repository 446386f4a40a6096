import { z } from 'zod';
import { parsePeriod } from '@/src/feed';
import { parsePaperId } from '@/src/papers';
import type { Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import type { NewestCursor } from './hub-record';

const FURTHEST_PAGE = 1_000;

// `meta` says what a transformed value looks like in the document; the schema itself reads text.
const whole = (from: number, to: number, about: string, without?: number) => {
  const message = `is a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, message)
    .transform(Number)
    .refine((value) => value >= from && value <= to, message)
    .meta({
      type: 'integer',
      minimum: from,
      maximum: to,
      pattern: undefined,
      description: about,
      ...(without !== undefined && { default: without }),
    });
};

const period = (kind: 'day' | 'week' | 'month', form: string) =>
  z
    .string()
    .transform((text, context) => {
      const read = parsePeriod(kind, text);
      if (read.ok) return read.value;
      context.addIssue({ code: 'custom', message: `is a ${kind} such as ${form}` });
      return z.NEVER;
    })
    .meta({ description: `A ${kind}, in UTC; not one that has not come.`, example: form });

/** The parameters of `GET /api/daily_papers`. */
export const DAILY = z.object({
  p: whole(0, FURTHEST_PAGE, 'The page, from 0.', 0).default(0),
  limit: whole(1, 100, 'Papers on a page.', 50).default(50),
  date: period('day', '2026-05-29').optional(),
  week: period('week', '2026-W22').optional(),
  month: period('month', '2026-05').optional(),
  submitter: z
    .string()
    .min(1, 'is a member’s handle')
    .max(100, 'is a member’s handle')
    .meta({ description: 'A member’s handle: the papers that he brought.' })
    .optional(),
  sort: z
    .enum(['publishedAt', 'trending'], { error: 'is publishedAt or trending' })
    .meta({ description: 'The order where no period is given.', default: 'publishedAt' })
    .default('publishedAt'),
});

/** The parameters of `GET /api/papers/search`. */
export const SEARCH = z.object({
  q: z
    .string({ error: 'is what to look for, such as q=sparse+attention' })
    .trim()
    .min(1, 'is what to look for, such as q=sparse+attention')
    .max(250, 'has at most 250 characters')
    .meta({ description: 'What to look for.', example: 'sparse attention' }),
  limit: whole(1, 120, 'The most papers.', 20).default(20),
});

const cursor = z
  .string()
  .transform((text, context): NewestCursor => {
    const [at = '', id = ''] = text.split('_', 2);
    const [date, paper] = [new Date(at), parsePaperId(id)];
    if (!Number.isNaN(date.getTime()) && paper.ok) return { at: date, id: paper.value };
    context.addIssue({ code: 'custom', message: 'is taken from the Link header of the page before' });
    return z.NEVER;
  })
  .meta({ description: 'Taken from the Link header of the page before.' });

/** The parameters of `GET /api/papers`. */
export const NEWEST = z.object({
  limit: whole(1, 100, 'Papers on a page.', 50).default(50),
  cursor: cursor.optional(),
});

/** The parameters of `GET /api/papers/{id}`; other fields than comments are ignored. */
export const ONE = z.object({
  field: z.string().meta({ description: '`comments` adds the discussion.', example: 'comments' }).optional(),
});

export const writeCursor = ({ at, id }: NewestCursor): string => `${at.toISOString()}_${id}`;

/** Reads a query; the first value of each parameter counts, others are ignored. Refuses with a sentence that names the parameter. */
export function readParameters<T extends z.ZodObject>(schema: T, query: URLSearchParams): Result<z.output<T>> {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = query.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const read = schema.safeParse(given);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  return refuse('bad-parameter', `${issue?.path.join('.') ?? 'A parameter'} ${issue?.message ?? 'cannot be read'}.`);
}
