import type { PaperId } from '@/src/papers';
import type { Voters, VoteStore } from './store';

/** People that a paper's page names. */
const MOST_NAMED = 12;

/** Who upvoted a paper, for its public page: nobody who hides his upvotes, no vote that does not count. */
export const readVoters = (store: VoteStore, paperId: PaperId): Promise<Voters> => store.voters(paperId, MOST_NAMED);
