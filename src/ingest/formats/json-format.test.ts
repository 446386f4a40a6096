import { describe, expect, it } from 'vitest';
import type { UtcDay } from '@/src/shared';
import { readJsonDocument, readJsonLine } from './json-format';

const DAY = '2024-05-28' as UtcDay;
const line = (value: unknown) => readJsonLine(JSON.stringify(value), 'f:1');

describe('papers.jsonl', () => {
  const paper = {
    id: '2605.00001',
    title: 'Tracing\n beehives',
    abstract: 'We trace.',
    authors: ['Ada Quill', ' '],
    categories: ['cs.CL'],
    primary_category: 'cs.CL',
    published: '2026-05-04T12:00:00Z',
    updated: null,
    doi: null,
    comment: null,
    announced: '2026-05-05',
  };

  it('a paper with its first listing', () => {
    expect(line(paper)).toMatchObject({
      record: {
        place: 'f:1',
        facts: { title: 'Tracing beehives', authors: ['Ada Quill'], published: { precision: 'instant' } },
        listings: [{ day: '2026-05-05', announced: 'new', source: 'file' }],
      },
    });
  });

  it('a date after the announcement is of a later version', () => {
    expect(line({ ...paper, published: '2026-07-23' })).toMatchObject({
      record: { facts: { published: { at: new Date('2026-05-05T00:00:00Z'), precision: 'announced' } } },
    });
  });

  it('without an announcement the schedule gives the day; without any date there is none', () => {
    expect(line({ ...paper, announced: null })).toMatchObject({
      record: { listings: [{ day: '2026-05-05', source: 'schedule' }] },
    });
    expect(line({ ...paper, announced: null, published: null })).toMatchObject({
      record: { facts: { published: { precision: 'month' } }, listings: [] },
    });
  });

  it.each([
    ['a number for a title', { ...paper, title: 5 }, /title/],
    ['an author that is an object', { ...paper, authors: [{}] }, /authors\.0/],
    ['an impossible listing day', { ...paper, announced: '2026-02-30' }, /announced/],
    ['a foreign id', { ...paper, id: 'PMC12345' }, /not a paper/],
  ])('%s is rejected with its reason', (_name, value, reason) => {
    expect(line(value)).toMatchObject({
      kind: 'reject',
      reject: { place: 'f:1', reason: expect.stringMatching(reason) },
    });
  });
});

describe('the metadata snapshot', () => {
  const paper = {
    id: '0704.0001',
    submitter: 'Ada Quill',
    authors: 'Ada Quill, Bo Marsh',
    title: 'Predicting\n  tides',
    comments: null,
    'journal-ref': null,
    doi: null,
    categories: 'hep-ph cs.LG',
    license: null,
    abstract: '  We predict.\n',
    versions: [
      { version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' },
      { version: 'v2', created: 'Tue, 24 Jul 2007 20:10:27 GMT' },
    ],
    update_date: '2008-11-26',
    authors_parsed: [
      ['Quill', 'Ada', ''],
      ['Marsh', 'Bo', 'Jr', 'Somewhere'],
    ],
  };

  it('versions, parsed names, and the day by the schedule', () => {
    expect(line(paper)).toMatchObject({
      record: {
        facts: {
          title: 'Predicting tides',
          abstract: 'We predict.',
          authors: ['Ada Quill', 'Bo Marsh Jr'],
          primaryCategory: 'hep-ph',
          latestVersion: 2,
          asOf: '2008-11-26',
        },
        listings: [{ day: '2007-04-04', source: 'schedule' }],
      },
    });
  });

  it('versions that are no versions are passed over', () => {
    expect(line({ ...paper, versions: [{ version: 'draft', created: 'x' }] })).toMatchObject({
      record: { facts: { versions: [] }, listings: [] },
    });
  });
});

describe('the Hub’s daily list', () => {
  const item = {
    paper: {
      id: '2405.00001',
      authors: [
        { _id: 'a', name: 'Ada Quill', hidden: false },
        { name: 'Bo Marsh', hidden: true },
      ],
      publishedAt: '2024-05-24T17:34:15.000Z',
      title: 'Sharing\n  maps',
      summary: 'We share.',
      upvotes: 32,
      githubRepo: 'https://github.com/a/b',
      projectPage: 'javascript:alert(1)',
      ai_keywords: ['maps', ''],
    },
    numComments: 3,
    submittedBy: { user: 'ada', fullname: 'Ada Q.' },
    organization: { _id: 'o', name: 'lab', fullname: 'The Lab', avatar: 'https://x.example/a.png' },
  };
  const read = (value: unknown, day: UtcDay | undefined = DAY) => readJsonDocument(JSON.stringify(value), 'f', day);

  it('picks with votes, submitter, organization and links that are links', () => {
    const [event] = read([item]);
    expect(event).toMatchObject({
      record: {
        place: 'f#1',
        facts: {
          id: '2405.00001',
          title: 'Sharing maps',
          authors: ['Ada Quill'],
          codeUrl: 'https://github.com/a/b',
          organization: { name: 'lab', fullname: 'The Lab', avatar: 'https://x.example/a.png' },
          outside: { upvotes: 32, comments: 3, keywords: ['maps'] },
        },
        listings: [{ day: DAY, picked: { by: 'ada' }, source: 'hub' }],
      },
    });
    expect(event?.kind === 'paper' && event.record.facts.projectUrl).toBeUndefined();
  });

  it('an item’s own day counts before the list’s; without either it is rejected', () => {
    const own = { ...item, paper: { ...item.paper, submittedOnDailyAt: '2024-05-29T00:00:00.000Z' } };
    expect(read([own])).toMatchObject([{ record: { listings: [{ day: '2024-05-29' }] } }]);
    expect(readJsonDocument(JSON.stringify([item]), 'f', undefined)).toMatchObject([{ kind: 'reject' }]);
  });

  it('one bad item spoils no other', () => {
    expect(
      read([{ paper: null }, item, { paper: { ...item.paper, authors: ['Ada'] } }]).map(({ kind }) => kind),
    ).toEqual(['reject', 'paper', 'reject']);
  });
});

describe('what is no paper at all', () => {
  it.each([
    ['{"half": ', /not JSON/],
    ['[1,2]', /not a JSON object/],
    ['{"x": 1}', /no format known/],
    ['null', /not a JSON object/],
  ])('the line %s', (text, reason) => {
    expect(readJsonLine(text, 'f:9')).toMatchObject({
      kind: 'reject',
      reject: { place: 'f:9', reason: expect.stringMatching(reason) },
    });
  });

  it('a document', () => {
    expect(readJsonDocument('[{"a":1}]', 'f', DAY)).toMatchObject([
      { reject: { reason: expect.stringContaining('no format known') } },
    ]);
    expect(readJsonDocument('[', 'f', DAY)).toMatchObject([{ reject: { reason: expect.stringContaining('broken') } }]);
  });
});
