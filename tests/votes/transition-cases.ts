import type { Facts, VoteState } from '@/src/votes';

export const CLEAR: Facts = {
  'own-submission': false,
  'claimed-author': false,
  suspended: false,
  'suspected-ring': false,
};

export type TransitionCase = {
  name: string;
  from: VoteState;
  event: 'set' | 'withdraw' | 'judge';
  facts: Partial<Facts>;
  to: VoteState;
  countChange: -1 | 0 | 1;
  logs: 'set' | 'withdrawn' | null;
};

const own = { 'own-submission': true };
const author = { 'claimed-author': true };
const suspended = { suspended: true };
const ring = { 'suspected-ring': true };

/** Every transition by name; the table in src/votes, the fake store and the real one are held against it. */
export const TRANSITION_CASES: readonly TransitionCase[] = (
  [
    ['setting an upvote raises the count by one', 'none', 'set', {}, 'counted', 1, 'set'],
    ['setting an upvote for one’s own submission keeps it uncounted', 'none', 'set', own, 'own-submission', 0, 'set'],
    [
      'setting an upvote for a paper claimed as author keeps it uncounted',
      'none',
      'set',
      author,
      'claimed-author',
      0,
      'set',
    ],
    ['setting an upvote while suspended keeps it uncounted', 'none', 'set', suspended, 'suspended', 0, 'set'],
    ['setting again an upvote that a ring took out keeps it out', 'none', 'set', ring, 'suspected-ring', 0, 'set'],
    ['withdrawing what was not set changes nothing', 'none', 'withdraw', {}, 'none', 0, null],
    ['judging what was not set makes no vote', 'none', 'judge', own, 'none', 0, null],

    ['setting a counted upvote again changes nothing', 'counted', 'set', {}, 'counted', 0, null],
    ['withdrawing an upvote lowers the count by one', 'counted', 'withdraw', {}, 'none', -1, 'withdrawn'],
    ['judging an upvote that nothing speaks against leaves it counted', 'counted', 'judge', {}, 'counted', 0, null],
    ['becoming the submitter takes the upvote out of the count', 'counted', 'judge', own, 'own-submission', -1, null],
    ['an approved claim takes the upvote out of the count', 'counted', 'judge', author, 'claimed-author', -1, null],
    ['suspending a person takes the upvote out of the count', 'counted', 'judge', suspended, 'suspended', -1, null],
    ['finding a ring takes the upvote out of the count', 'counted', 'judge', ring, 'suspected-ring', -1, null],

    ['setting an own upvote again changes nothing', 'own-submission', 'set', own, 'own-submission', 0, null],
    ['withdrawing an own upvote leaves the count', 'own-submission', 'withdraw', own, 'none', 0, 'withdrawn'],
    ['no longer being the submitter puts the upvote into the count', 'own-submission', 'judge', {}, 'counted', 1, null],
    [
      'an own submission in a ring stays an own submission',
      'own-submission',
      'judge',
      { ...own, ...ring },
      'own-submission',
      0,
      null,
    ],

    ['setting an author’s upvote again changes nothing', 'claimed-author', 'set', author, 'claimed-author', 0, null],
    ['withdrawing an author’s upvote leaves the count', 'claimed-author', 'withdraw', author, 'none', 0, 'withdrawn'],
    ['a claim taken back puts the upvote into the count', 'claimed-author', 'judge', {}, 'counted', 1, null],

    ['setting a suspended person’s upvote again changes nothing', 'suspended', 'set', suspended, 'suspended', 0, null],
    [
      'withdrawing a suspended person’s upvote leaves the count',
      'suspended',
      'withdraw',
      suspended,
      'none',
      0,
      'withdrawn',
    ],
    ['lifting a suspension puts the upvote into the count', 'suspended', 'judge', {}, 'counted', 1, null],
    ['lifting a suspension leaves what a ring took out', 'suspended', 'judge', ring, 'suspected-ring', 0, null],

    ['setting a ring’s upvote again changes nothing', 'suspected-ring', 'set', ring, 'suspected-ring', 0, null],
    ['withdrawing a ring’s upvote leaves the count', 'suspected-ring', 'withdraw', ring, 'none', 0, 'withdrawn'],
    ['undoing a ring puts the upvote into the count', 'suspected-ring', 'judge', {}, 'counted', 1, null],
    [
      'suspending a person found in a ring is the weightier reason',
      'suspected-ring',
      'judge',
      { ...ring, ...suspended },
      'suspended',
      0,
      null,
    ],
  ] as const
).map(([name, from, event, facts, to, countChange, logs]) => ({ name, from, event, facts, to, countChange, logs }));
