import type { z } from 'zod';
import type { EXAMPLES } from './examples';
import { DAILY, NEWEST, ONE, SEARCH } from './parameters';
import * as schemas from './schemas';

export type ExampleName = keyof typeof EXAMPLES;

type Answer = { about: string; schema?: z.ZodType; list?: true; example?: ExampleName };

/** A call of the API: the one place that the document, the readable page and the tests are made from. */
export type Operation = {
  id: string;
  method: 'get' | 'post' | 'delete';
  /** Parts in braces are parameters. */
  path: string;
  summary: string;
  about: string;
  query?: z.ZodObject;
  body?: { schema: z.ZodType; example: ExampleName };
  /** It takes a token that may write. */
  writes?: true;
  answers: Readonly<Record<number, Answer>>;
};

/** What stands for a path's part. */
export const PATH_PARTS: Readonly<Record<string, { about: string; example: string }>> = {
  id: {
    about: 'An arXiv id, new or old, with or without a version: 2401.01234, hep-th/9901001v2.',
    example: '2602.00001',
  },
  commentId: { about: 'The comment that is replied to.', example: '69aa20edc4f6edddcc6c85d3' },
};

const failure = (about: string, example?: ExampleName): Answer => ({
  about,
  schema: schemas.Failure,
  ...(example && { example }),
});
const READING = {
  304: { about: 'You have this already: the ETag that you sent still holds.' },
  429: failure('Too many requests; Retry-After says when to go on.', 'TooMany'),
} as const;
const BAD = { 400: failure('A parameter cannot be used; the sentence names it.', 'BadParameter') } as const;
const WRITING = {
  400: failure('The body cannot be used; the sentence says why.'),
  401: failure('No token, or one that does not hold.', 'SignedOut'),
  403: failure('The token, or its owner, may not do this.', 'NotAllowed'),
  404: failure('There is no such paper or comment.', 'NoPaper'),
  429: failure('Too much at once; Retry-After says when to go on.', 'TooMany'),
} as const;
const said = { 201: { about: 'The new comment.', schema: schemas.NewMessage, example: 'NewMessage' } } as const;

export const OPERATIONS: readonly Operation[] = [
  {
    id: 'listDailyPapers',
    method: 'get',
    path: '/api/daily_papers',
    summary: 'The papers of a day, a week, a month or a member; the newest; the trending',
    about:
      'With a date, week or month the most upvoted come first, otherwise the newest. A day with nothing is an empty list. `Link: rel="next"` leads on while there is more.',
    query: DAILY,
    answers: {
      200: { about: 'The papers.', schema: schemas.DailyPaper, list: true, example: 'DailyPapers' },
      ...BAD,
      ...READING,
    },
  },
  {
    id: 'listPapers',
    method: 'get',
    path: '/api/papers',
    summary: 'All papers, newest published first',
    about: '`Link: rel="next"` holds the cursor of the next page.',
    query: NEWEST,
    answers: {
      200: { about: 'The papers.', schema: schemas.ShortPaper, list: true, example: 'ShortPapers' },
      ...BAD,
      ...READING,
    },
  },
  {
    id: 'searchPapers',
    method: 'get',
    path: '/api/papers/search',
    summary: 'Papers that match words or their meaning, best first',
    about:
      'Reads what the search page reads: “phrases”, -without, author:, cat:, after:, before:, has:code, min:, sort:.',
    query: SEARCH,
    answers: {
      200: { about: 'What was found.', schema: schemas.FoundPaper, list: true, example: 'FoundPapers' },
      ...BAD,
      ...READING,
    },
  },
  {
    id: 'readPaper',
    method: 'get',
    path: '/api/papers/{id}',
    summary: 'One paper',
    about: 'The same as Markdown is at /papers/{id}.md.',
    query: ONE,
    answers: {
      200: { about: 'The paper.', schema: schemas.PaperAnswer, example: 'PaperAnswer' },
      404: failure('It is not here.', 'NoPaper'),
      ...READING,
    },
  },
  {
    id: 'listAgentHarnesses',
    method: 'get',
    path: '/api/agent-harnesses',
    summary: 'What the Hub’s command line asks for at every start',
    about: 'There are none.',
    answers: { 200: { about: 'Nothing.', schema: schemas.Harnesses, example: 'Harnesses' }, ...READING },
  },
  {
    id: 'submitPaper',
    method: 'post',
    path: '/api/papers/submit',
    summary: 'Bring a paper onto today’s list',
    about: 'The paper is fetched from arXiv where it is not known yet. Your own upvote is set.',
    body: { schema: schemas.SUBMISSION, example: 'Submission' },
    writes: true,
    answers: {
      202: {
        about: 'arXiv does not answer; the paper is kept and listed later.',
        schema: schemas.Kept,
        example: 'Kept',
      },
      303: { about: 'Listed; Location leads to its page.' },
      ...WRITING,
      502: failure('arXiv did not take the request.'),
      503: failure('arXiv does not answer, and the paper could not be kept.'),
    },
  },
  {
    id: 'indexPaper',
    method: 'post',
    path: '/api/papers/index',
    summary: 'Make a paper known without listing it',
    about: 'It can then be found, voted for and discussed, though no day’s list has it.',
    body: { schema: schemas.INDEXED, example: 'Indexed' },
    writes: true,
    answers: {
      200: { about: 'It is known.', schema: schemas.Known, example: 'Known' },
      ...WRITING,
      502: failure('arXiv did not take the request.'),
      503: failure('arXiv does not answer.'),
    },
  },
  {
    id: 'commentOnPaper',
    method: 'post',
    path: '/api/papers/{id}/comment',
    summary: 'Comment on a paper',
    about: 'Markdown with formulas; see the discussion’s own help.',
    body: { schema: schemas.COMMENT, example: 'NewComment' },
    writes: true,
    answers: { ...said, ...WRITING },
  },
  {
    id: 'replyToComment',
    method: 'post',
    path: '/api/papers/{id}/comment/{commentId}/reply',
    summary: 'Reply to a comment',
    about: 'As a comment, in its thread.',
    body: { schema: schemas.COMMENT, example: 'NewComment' },
    writes: true,
    answers: { ...said, ...WRITING },
  },
  ...(['post', 'delete'] as const).map(
    (method): Operation => ({
      id: method === 'post' ? 'upvotePaper' : 'withdrawUpvote',
      method,
      path: '/api/papers/{id}/upvote',
      summary: method === 'post' ? 'Upvote a paper' : 'Withdraw the upvote',
      about: 'May be repeated without harm. The Hub has no such call; this one is ours.',
      writes: true,
      answers: { 200: { about: 'What holds now.', schema: schemas.Upvoted, example: 'Upvoted' }, ...WRITING },
    }),
  ),
  ...(['post', 'delete'] as const).map(
    (method): Operation => ({
      id: method === 'post' ? 'savePaper' : 'unsavePaper',
      method,
      path: '/api/papers/{id}/save',
      summary: method === 'post' ? 'Save a paper' : 'Let a saved paper go',
      about: 'May be repeated without harm. Ours, like upvoting.',
      writes: true,
      answers: { 200: { about: 'What holds now.', schema: schemas.SavedAnswer, example: 'Saved' }, ...WRITING },
    }),
  ),
];
