import { refuse } from '@/src/shared';

const SENTENCES = {
  'bad-reason': 'Choose a reason from the list.',
  'no-reason': 'Give a reason. It stands in the public log.',
  'long-reason': 'A reason has at most 300 characters.',
  'no-such-item': 'This is not here any more.',
  'own-item': 'This is your own. You can edit or delete it.',
  'flagged-before': 'You have flagged this before. It is seen to.',
  'too-many': 'That was a lot of flags at once. Wait an hour.',
  'not-for-this': 'Only the discussion of a paper can be closed or opened.',
  unchanged: 'It is so already; perhaps another moderator was quicker.',
  'no-such-person': 'Nobody has this account any more.',
  self: 'Nobody can suspend himself.',
  'too-high': 'You can suspend only people whose role is below yours.',
  'last-admin': 'An instance needs an administrator. Make somebody else one first.',
  'not-an-admin': 'Only administrators may change roles.',
  'no-such-claim': 'Nobody says so any more.',
  'own-claim': 'Somebody else decides on what you say of yourself.',
  'no-such-entry': 'The log has no such line.',
  'undone-before': 'This has been undone already.',
  'not-undoable': 'This cannot be taken back here.',
  'bad-act': 'That cannot be done here.',
  'no-such-job': 'There is no such job.',
} as const;

/** What permissions say of people who may not, for pages that are told the code only. */
const NOT_PERMITTED: Record<string, string> = {
  'signed-out': 'Sign in first.',
  'not-allowed': 'Your role does not allow that.',
  'too-new': 'Accounts may flag from their 7th day on.',
  scope: 'A token cannot do that.',
};

export type Code = keyof typeof SENTENCES;

/** A refusal in the words of this module. */
export const refusal = <C extends Code>(code: C) => refuse(code, SENTENCES[code]);

/** The sentence of a refusal's code, as a page gets it in its query; undefined for what is none. */
export const problemInWords = (code: string | undefined): string | undefined =>
  code === undefined ? undefined : (NOT_PERMITTED[code] ?? (SENTENCES as Record<string, string>)[code]);
