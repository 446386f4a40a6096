import type { Reason } from './vote-state';

const NOTES: Readonly<Record<Reason, string>> = {
  'own-submission': 'You submitted this paper, so your upvote is kept as a bookmark and not counted.',
  'claimed-author': 'You are an author of this paper, so your upvote is kept as a bookmark and not counted.',
  suspended: 'Your account is suspended, so your upvote is kept and not counted.',
  'suspected-ring':
    'This upvote was taken out of the count because it looked arranged; the moderation log says why. A moderator can put it back.',
};

/** Tells a person why his upvote is kept and not counted. */
export const noteOf = (reason: Reason): string => NOTES[reason];
