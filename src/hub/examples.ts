import type { PaperId } from '@/src/papers';
import type { UtcDay } from '@/src/shared';
import { hubFound, hubItem, hubPaperAnswer, hubShort } from './answers';
import type { HubRecord } from './hub-record';

// Made by the code that answers, of an invented paper, so that no example can show what is never sent.

const ORIGIN = 'https://papers.example';
const VOICE = { origin: ORIGIN, site: { id: '0'.repeat(24), name: 'broadsheet', fullname: 'Broadsheet' } };
const ADA = { id: '65a103d5230f8846b1b99cfa', name: 'ada', fullname: 'Ada Example' };

const RECORD: HubRecord = {
  id: '2602.00001' as PaperId,
  authors: [{ id: '69aa20ecc4f6edddcc6c85cd', name: 'Ada Example' }],
  title: 'An invented paper',
  abstract: 'We invent a paper and show it as an example.',
  publishedAt: new Date('2026-02-26T17:08:18Z'),
  listedOn: '2026-03-06' as UtcDay,
  submitter: ADA,
  discussionId: '69aa20edc4f6edddcc6c85d2',
  upvotes: 10,
  comments: 1,
  codeUrl: 'https://github.com/example/invented',
  projectUrl: 'https://invented.example',
  githubStars: 9,
  aiSummary: 'A paper that nobody wrote.',
  aiKeywords: ['invention'],
  organization: { id: '69aa20ecc4f6edddcc6c85aa', name: 'lab', fullname: 'The Lab' },
  authorTakesPart: false,
};

const SPEAKER = {
  _id: ADA.id,
  avatarUrl: '/avatars/ada.svg',
  fullname: ADA.fullname,
  name: ADA.name,
  type: 'user',
  isPro: false,
  isHf: false,
  isHfAdmin: false,
  isMod: false,
};
const SAID_AT = '2026-03-06T09:30:00.000Z';

export const EXAMPLES = {
  DailyPapers: [hubItem(RECORD, VOICE)],
  ShortPapers: [hubShort(RECORD, VOICE)],
  PaperAnswer: hubPaperAnswer(RECORD, VOICE),
  FoundPapers: [
    hubFound(RECORD, VOICE, (text) =>
      text.split(/(invent\w*)/).flatMap((piece, at) => {
        const type = at % 2 === 1 ? ('highlight' as const) : ('text' as const);
        return piece === '' ? [] : [{ type, text: piece }];
      }),
    ),
  ],
  Harnesses: { standardEnvVars: [], harnesses: {} },
  BadParameter: { error: 'limit is a whole number from 1 to 100.' },
  NoPaper: { error: 'Paper not found' },
  TooMany: { error: 'That is more than this server answers one client in a minute. Wait 20 seconds.' },
  SignedOut: { error: 'Sign in, or send a token that you made in your settings.' },
  NotAllowed: { error: 'This token only reads. Make one that may write in your settings.' },
  Kept: { status: 'kept until arXiv answers' },
  Known: {},
  Upvoted: { upvotes: 11, upvoted: true, counted: true },
  Saved: { saved: true },
  NewMessage: {
    newMessage: {
      id: '69aa20edc4f6edddcc6c85d3',
      author: SPEAKER,
      createdAt: SAID_AT,
      type: 'comment',
      data: {
        edited: false,
        hidden: false,
        latest: {
          raw: 'Well *invented*.',
          html: '<p>Well <em>invented</em>.</p>',
          updatedAt: SAID_AT,
          author: SPEAKER,
        },
        numEdits: 0,
        reactions: [],
      },
    },
  },
  Submission: { paperId: '2602.00001', comment: 'It made me think.' },
  Indexed: { arxivId: '2602.00001' },
  NewComment: { comment: 'Well *invented*.' },
} as const;
