import { z } from 'zod';
import { type PaperId, parsePaperId } from '@/src/papers';
import type { Refusal, Result } from '@/src/shared';
import { ok, refuse } from '@/src/shared';
import { refusal } from './refusals';

const LONGEST_URL = 1_000;
// What no address of a page holds; a browser would drop or change it.
const UNFIT = /[\p{C}\p{Z}"<>\\^`{|}]/u;

const SHAPE = z.object({
  paper: z.string(),
  comment: z.string().default(''),
  codeUrl: z.string().default(''),
  projectUrl: z.string().default(''),
});

export type SubmitInput = z.input<typeof SHAPE>;
export type BadInput = Refusal<'not-an-id' | 'bad-url' | 'bad-input'>;

type Read = { paperId: PaperId; comment: string; codeUrl: string | null; projectUrl: string | null };

/** What a form or call says of a submission, checked; anything else in it is ignored. */
export function readInput(input: unknown): Result<Read, BadInput> {
  const shape = SHAPE.safeParse(input);
  if (!shape.success) return refuse('bad-input', 'Say which paper, in text.');
  const id = parsePaperId(shape.data.paper);
  if (!id.ok) return refuse('not-an-id', id.refusal.message);
  const codeUrl = webAddress(shape.data.codeUrl);
  const projectUrl = webAddress(shape.data.projectUrl);
  if (codeUrl === undefined || projectUrl === undefined) return refusal('bad-url');
  return ok({ paperId: id.value, comment: shape.data.comment, codeUrl, projectUrl });
}

/** Null for none, undefined for what is no address of a page. */
function webAddress(text: string): string | null | undefined {
  const trimmed = text.slice(0, LONGEST_URL + 100).trim();
  if (trimmed === '') return null;
  if (trimmed.length > LONGEST_URL || UNFIT.test(trimmed) || !URL.canParse(trimmed)) return undefined;
  const { protocol, username, password, hostname, href } = new URL(trimmed);
  const fit = /^https?:$/.test(protocol) && username === '' && password === '' && hostname.includes('.');
  return fit ? href : undefined;
}
