import type { OwnVotesRefusal, VoteRefusal } from '@/src/votes';

/** The HTTP status of a refusal. */
export function voteStatus(code: VoteRefusal['code'] | OwnVotesRefusal['code']): number {
  switch (code) {
    case 'signed-out':
      return 401;
    case 'not-allowed':
    case 'too-new':
    case 'scope':
      return 403;
    case 'bad-id':
    case 'too-long':
      return 400;
    case 'no-paper':
      return 404;
    case 'withdrawn-paper':
      return 409;
    case 'too-many':
      return 429;
  }
}
