import { refuse } from '@/src/shared';

const SENTENCES = {
  'no-such-paper': 'arXiv knows no paper of this id. Check it for a wrong digit.',
  'hidden-paper': 'A moderator took this paper out of the lists. The public log says why.',
  'withdrawn-paper': 'This paper was withdrawn, so it cannot be submitted.',
  'bad-url': 'The address of the code or project page must begin with https:// or http://.',
  'too-many': 'That was a lot of papers at once. Wait a few minutes.',
  suspended: 'This account is suspended.',
  'never-came': 'The source did not answer for two weeks, so this was given up.',
  'not-taken': 'What arXiv says of this paper could not be stored.',
} as const;

type Rules = { maxAgeDays: number; dailyCap: number };

/** The sentence of a refusal's code, as a page gets it in its query; undefined for what is none. */
export function problemInWords(code: string | undefined, { maxAgeDays, dailyCap }: Rules): string | undefined {
  if (code === 'too-old') return tooOld(maxAgeDays).refusal.message;
  if (code === 'daily-cap') return capReached(dailyCap).refusal.message;
  return Object.hasOwn(SENTENCES, code ?? '') ? SENTENCES[code as keyof typeof SENTENCES] : undefined;
}

/** A refusal in the words of this module. */
export const refusal = <C extends keyof typeof SENTENCES>(code: C) => refuse(code, SENTENCES[code]);

/** `days` is what the instance allows. */
export const tooOld = (days: number) =>
  refuse(
    'too-old',
    `This paper is older than ${days === 1 ? 'a day' : `${days} days`}, and this is a daily paper. A moderator may still bring it.`,
  );

export const capReached = (cap: number) =>
  refuse(
    'daily-cap',
    cap === 0 ? 'Papers cannot be submitted here.' : `You have submitted ${cap} within a day. Come back tomorrow.`,
  );
