import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWithSharedData } from '@/tests/setup/shared-data';
import { readAnnouncementDay } from './announcement-json';
import { createXmlFormat } from './xml-format';

function read(xml: string) {
  const format = createXmlFormat('feed');
  return [...format.write(xml), ...format.end()];
}

const item = (
  id: string,
  type: string,
  extra = '',
) => `<item><title>Folding orchards</title><link>https://arxiv.org/abs/${id}</link>
  <description>arXiv:${id}v2 Announce Type: ${type} \nAbstract: We fold.</description><guid isPermaLink="false">oai:arXiv.org:${id}v2</guid>
  <category>cs.LG</category><category>cs.CL</category><pubDate>Fri, 23 Feb 2024 00:00:00 -0500</pubDate>
  <arxiv:announce_type>${type}</arxiv:announce_type><dc:rights>http://license</dc:rights><dc:creator>Ada Quill, Bo Marsh</dc:creator>${extra}</item>`;
const rss = (
  items: string,
  day = 'Fri, 23 Feb 2024 00:00:00 -0500',
) => `<?xml version="1.0"?><rss version="2.0" xmlns:arxiv="http://arxiv.org/schemas/atom"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>cs.CL updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.CL</link>
  <lastBuildDate>${day}</lastBuildDate><pubDate>${day}</pubDate><skipDays><day>Saturday</day><day>Sunday</day></skipDays>${items}</channel></rss>`;

describe('RSS announcements', () => {
  const events = read(
    rss(
      item('2402.00001', 'new') +
        item('2402.00002', 'cross') +
        item('2203.00003', 'replace') +
        item('2203.00004', 'replace-cross'),
    ),
  );

  it('tell new papers from cross-listings and replacements', () => {
    const listed = events.flatMap((event) => (event.kind === 'paper' ? event.record.listings : []));
    expect(listed.map(({ announced }) => announced)).toEqual(['new', 'cross', 'replace', 'replace-cross']);
    expect(new Set(listed.map(({ day }) => day))).toEqual(new Set(['2024-02-23']));
    expect(listed[0]).toMatchObject({ categories: ['cs.CL'], source: 'feed' });
  });

  it('bring text, authors, categories and version', () => {
    expect(events[0]).toMatchObject({
      record: {
        facts: {
          id: '2402.00001',
          title: 'Folding orchards',
          abstract: 'We fold.',
          authors: ['Ada Quill', 'Bo Marsh'],
          primaryCategory: 'cs.LG',
          categories: ['cs.LG', 'cs.CL'],
          latestVersion: 2,
          license: 'http://license',
          published: { at: new Date('2024-02-23T00:00:00Z'), precision: 'announced' },
        },
      },
    });
    expect(events[2]).toMatchObject({
      record: { facts: { published: { at: new Date('2022-03-01T00:00:00Z'), precision: 'month' } } },
    });
  });

  it('end with what was announced', () => {
    expect(events.at(-1)).toEqual({
      kind: 'announcement',
      announcement: {
        source: 'arxiv',
        day: '2024-02-23',
        category: 'cs.CL',
        newCount: 1,
        crossCount: 1,
        replaceCount: 2,
        paperIds: ['2402.00001', '2402.00002'],
        allIds: ['2203.00003', '2203.00004', '2402.00001', '2402.00002'],
      },
    });
  });

  it('an empty feed announces nothing on its day', () => {
    expect(read(rss('', 'Sat, 24 Feb 2024 00:00:00 -0500'))).toMatchObject([
      { kind: 'announcement', announcement: { day: '2024-02-24', newCount: 0, paperIds: [] } },
    ]);
  });

  it('a feed that breaks off announces nothing, for its counts would be wrong', () => {
    const kinds = read(rss(item('2402.00001', 'new')).slice(0, -10)).map(({ kind }) => kind);
    expect(kinds).toEqual(['paper', 'reject']);
  });

  it('items of other kinds are rejected, each with its line', () => {
    const events = read(
      rss(
        '<item><title>News</title><description>Maintenance tonight</description></item>' +
          item('2402.00001', 'withdrawn'),
      ),
    );
    expect(events.filter(({ kind }) => kind === 'reject')).toHaveLength(2);
  });
});

it('Atom announcements read alike', () => {
  const events =
    read(`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <id>http://rss.arxiv.org/atom/cs.AI</id><title>cs.AI updates on arXiv.org</title><updated>2025-08-20T04:00:19.866337+00:00</updated>
    <entry><id>oai:arXiv.org:2508.00001v1</id><title>T</title><updated>2025-08-20T04:00:19.899254+00:00</updated>
    <summary>arXiv:2508.00001v1 Announce Type: new \nAbstract: We weigh.</summary><category term="cs.AI"/>
    <published>2025-08-20T00:00:00-04:00</published><arxiv:announce_type>new</arxiv:announce_type><dc:creator>Ada Quill</dc:creator></entry></feed>`);
  expect(events).toMatchObject([
    { record: { facts: { abstract: 'We weigh.' }, listings: [{ day: '2025-08-20', announced: 'new' }] } },
    { announcement: { day: '2025-08-20', category: 'cs.AI', newCount: 1 } },
  ]);
});

describeWithSharedData('recorded announcements', 'arxiv-responses', (folder) => {
  it('the Atom feed of 2025-08-20', () => {
    const events = read(readFileSync(join(folder, 'feeds/atom-cs.AI-2025-08-20.xml'), 'utf8'));
    expect(events.filter(({ kind }) => kind === 'reject')).toEqual([]);
    expect(events.at(-1)).toMatchObject({
      kind: 'announcement',
      announcement: { day: '2025-08-20', category: 'cs.AI' },
    });
  });

  it.each([
    ['2026-04-17', 95, 19, 72],
    ['2026-04-20', 84, 21, 66],
    ['2026-04-21', 276, 48, 177],
  ])('cs.CV on %s: %i new, %i cross-listed, %i replaced', (day, newCount, crossCount, replaceCount) => {
    const json: unknown = JSON.parse(readFileSync(join(folder, `announcements-cs.CV/${day}.json`), 'utf8'));
    const events = readAnnouncementDay(json, 'saved');
    expect(events.filter(({ kind }) => kind === 'reject')).toEqual([]);
    expect(events.at(-1)).toMatchObject({
      announcement: { day, category: 'cs.CV', newCount, crossCount, replaceCount },
    });
  });

  it('an empty day names no category and announces nothing', () => {
    const json: unknown = JSON.parse(readFileSync(join(folder, 'announcements-cs.CV/2026-04-18.json'), 'utf8'));
    expect(readAnnouncementDay(json, 'saved')).toEqual([]);
  });
});
