import { refuse } from '@/src/shared';

const SENTENCES = {
  'not-an-id': 'That is no paper’s id.',
  'long-note': 'The note has at most 500 characters.',
  'claimed-before': 'You have said so before.',
  'no-such-paper': 'This paper is not here.',
  'too-many': 'Ten of your claims wait for a moderator. Wait until these are decided.',
  suspended: 'This account is suspended.',
  'no-claim': 'There is nothing to take back.',
} as const;

type Code = keyof typeof SENTENCES;

/** A refusal in the words of this module. */
export const refusal = <C extends Code>(code: C) => refuse(code, SENTENCES[code]);

/** The sentence of a refusal's code, as a page gets it in its query; undefined for what is none. */
export const problemInWords = (code: string | undefined): string | undefined =>
  Object.hasOwn(SENTENCES, code ?? '') ? SENTENCES[code as Code] : undefined;
