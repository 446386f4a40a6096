export type { Cast, VoteIntent, VoteRefusal } from './cast-vote';
export { castVote } from './cast-vote';

export { noteOf } from './notes';
export type { OwnVotesRefusal } from './read-own-votes';
export { readOwnVotes } from './read-own-votes';
export { readVoters } from './read-voters';
export type { RingStore } from './ring-store';
export type { Ring, RingEvidence, RingVote } from './rings/evidence';

export type { Ballot, OwnVote, VoteKey, VoteLimit, Voters, VoteStore } from './store';

export { takeOutRings } from './take-out-rings';

export { transition } from './transitions';

export { undoRing } from './undo-ring';
export type { Facts, Reason, VoteState } from './vote-state';
export { REASONS, reasonOf, stateOf } from './vote-state';
