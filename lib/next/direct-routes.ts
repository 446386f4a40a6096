import type { DirectRoute } from '@/lib/server/direct-routes';
import { answerSaveCall } from './library/save-call';
import { answerSuggest } from './search/suggest-api';
import { answerViewerPapers, answerVoteCall } from './votes/vote-api';

const save = /^\/api\/papers\/([^?]+)\/save$/;
const upvote = /^\/api\/papers\/([^?]+)\/upvote$/;

/** Small calls that come in numbers. Each has its route in app/ too, for hosts where our own server does not run. */
export const DIRECT_ROUTES: readonly DirectRoute[] = [
  { method: 'POST', pattern: upvote, answer: (request, id) => answerVoteCall(request, decodeURIComponent(id), 'set') },
  {
    method: 'DELETE',
    pattern: upvote,
    answer: (request, id) => answerVoteCall(request, decodeURIComponent(id), 'withdraw'),
  },
  { method: 'POST', pattern: save, answer: (request, id) => answerSaveCall(request, decodeURIComponent(id), true) },
  { method: 'DELETE', pattern: save, answer: (request, id) => answerSaveCall(request, decodeURIComponent(id), false) },
  { method: 'GET', pattern: /^\/api\/search\/suggest$/, answer: (request) => answerSuggest(request) },
  { method: 'GET', pattern: /^\/api\/viewer\/papers$/, answer: (request) => answerViewerPapers(request) },
];
