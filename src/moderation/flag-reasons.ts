import type { ItemKind } from './subject';

export type FlagReason = { code: string; label: string };

const REASONS: Record<ItemKind, readonly FlagReason[]> = {
  comment: [
    { code: 'spam', label: 'Advertising or spam' },
    { code: 'abuse', label: 'Insult, threat or harassment' },
    { code: 'off-topic', label: 'Not about the paper' },
    { code: 'private', label: 'Private details of somebody' },
    { code: 'illegal', label: 'Against the law' },
  ],
  paper: [
    { code: 'not-research', label: 'Not a research paper' },
    { code: 'wrong-place', label: 'Does not belong in this feed' },
    { code: 'duplicate', label: 'The same as another paper here' },
    { code: 'plagiarism', label: 'Copied or made up' },
    { code: 'illegal', label: 'Against the law' },
  ],
};

/** What one may say is wrong with an item. */
export const flagReasons = (kind: ItemKind): readonly FlagReason[] => REASONS[kind];

/** A reason in words; its code where it is of a list that is no longer in use. */
export const reasonLabel = (kind: ItemKind, code: string): string =>
  REASONS[kind].find((reason) => reason.code === code)?.label ?? code;
