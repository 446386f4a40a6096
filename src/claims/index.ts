export { claimPaper, LONGEST_NOTE, takeBackClaim } from './claim-paper';
export type { ClaimedAuthor, ClaimStore, OwnClaim } from './claim-store';
export { problemInWords } from './refusals';
