import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { PaperId } from '@/src/papers';
import type { Feed, FeedEntry } from './feed';
import { passes, readList } from './list';
import { writeFeed } from './write-feed';

const HOSTILE = 'A]]> <b>&amp; "quoted" \u0000\u0008\ufffe\ud800 naïve 𝒳';
const CLEAN = 'A]]> <b>&amp; "quoted"  naïve 𝒳';

const entry = (over: Partial<FeedEntry> = {}): FeedEntry => ({
  id: 'hep-th/9901001' as PaperId,
  title: HOSTILE,
  html: `<p>${'x &lt; y'}</p>`,
  text: 'x < y',
  authors: ['Ada Lovelace', 'László Lovász'],
  categories: ['hep-th', 'math.GT'],
  published: new Date('2026-01-05T00:00:00Z'),
  updated: new Date('2026-01-06T10:20:30Z'),
  votes: 3,
  ...over,
});
const feed: Feed = {
  title: 'Broadsheet: <papers> & more',
  page: 'https://papers.example/papers?a=1&b=2',
  self: 'https://papers.example/feeds/atom/papers?a=1&b=2',
  origin: 'https://papers.example',
  entries: [
    entry(),
    entry({ id: '2601.00001' as PaperId, title: 'Second', authors: [], updated: new Date('2026-01-07T00:00:00Z') }),
  ],
};
const wellFormed = (xml: string): void => {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
};

describe('a feed is read back whole', () => {
  test('as Atom', () => {
    const { text } = writeFeed('atom', feed);
    wellFormed(text);
    const read = parseAtomFeed(text);
    expect(read).toMatchObject({ id: feed.self, title: { value: feed.title }, updated: '2026-01-07T00:00:00.000Z' });
    expect(read.entries?.[0]).toMatchObject({
      id: 'https://arxiv.org/abs/hep-th/9901001',
      title: { value: CLEAN },
      published: '2026-01-05T00:00:00.000Z',
      updated: '2026-01-06T10:20:30.000Z',
      authors: [{ name: 'Ada Lovelace' }, { name: 'László Lovász' }],
      categories: [{ term: 'hep-th' }, { term: 'math.GT' }],
      summary: { value: 'x < y' },
      content: { value: '<p>x &lt; y</p>', type: 'html' },
    });
    expect(read.entries?.[0]?.links).toContainEqual({
      rel: 'related',
      href: 'https://arxiv.org/pdf/hep-th/9901001',
      type: 'application/pdf',
    });
    expect(read.entries?.[1]?.authors).toHaveLength(1);
  });

  test('as RSS', () => {
    const { text } = writeFeed('rss', feed);
    wellFormed(text);
    const read = parseRssFeed(text);
    expect(read).toMatchObject({ title: feed.title, link: feed.page });
    expect(read.items?.[0]).toMatchObject({
      title: CLEAN,
      link: 'https://papers.example/papers/hep-th/9901001',
      guid: { value: 'https://arxiv.org/abs/hep-th/9901001', isPermaLink: false },
      pubDate: 'Mon, 05 Jan 2026 00:00:00 GMT',
      description: 'x < y',
      content: { encoded: '<p>x &lt; y</p>' },
      dc: { creators: ['Ada Lovelace', 'László Lovász'] },
    });
  });

  test('as JSON Feed', () => {
    const read = parseJsonFeed(JSON.parse(writeFeed('json', feed).text));
    expect(read).toMatchObject({ title: feed.title, feed_url: feed.self });
    expect(read.items?.[0]).toMatchObject({
      id: 'https://arxiv.org/abs/hep-th/9901001',
      title: HOSTILE,
      content_html: '<p>x &lt; y</p>',
      tags: ['hep-th', 'math.GT'],
      attachments: [{ url: 'https://arxiv.org/pdf/hep-th/9901001', mime_type: 'application/pdf' }],
    });
  });

  test('also an empty one, which says no new time', () => {
    for (const format of ['atom', 'rss'] as const) wellFormed(writeFeed(format, { ...feed, entries: [] }).text);
    expect(writeFeed('atom', { ...feed, entries: [] }).text).toContain('<updated>1991-08-14T00:00:00.000Z</updated>');
  });
});

describe('the path and the query of a page', () => {
  const read = (path: string, query = '') => readList(path.split('/'), new URLSearchParams(query));

  test.each([
    ['papers', '', 'latest'],
    ['papers', 'q=sparse+attention', 'search'],
    ['papers/trending', '', 'trending'],
    ['papers/date/2026-05-29', '', 'period'],
    ['papers/week/2026-W22', '', 'period'],
    ['papers/month/2026-05', '', 'period'],
    ['categories/cs.CL', '', 'category'],
    ['authors/ada-lovelace', '', 'author'],
  ])('%s?%s is a list', (path, query, kind) => {
    expect(read(path, query)).toMatchObject({ ok: true, value: { list: { kind } } });
  });

  test.each([
    'papers/2401.01234',
    'papers/date/2026-13-01',
    'categories/no_such!',
    'about',
    'papers/date',
    'authors/a/b',
  ])('%s is none', (path) => expect(read(path)).toMatchObject({ ok: false, refusal: { code: 'no-such-list' } }));

  test('a filter that makes no sense is refused by its name', () => {
    expect(read('papers', 'min_upvotes=many')).toMatchObject({
      ok: false,
      refusal: { message: 'min_upvotes is a whole number.' },
    });
    expect(read('papers', 'category=no_such!').ok).toBe(false);
  });

  test('filters leave out what does not fit', () => {
    const filtered = (query: string): boolean => {
      const asked = read('papers/trending', query);
      return asked.ok && passes(asked.value.filter, entry({ title: 'Sparse Attention', text: 'for long texts' }));
    };
    for (const query of ['', 'min_upvotes=3', 'category=hep-th', 'q=sparse+long', 'exclude=folding'])
      expect(filtered(query), query).toBe(true);
    for (const query of ['min_upvotes=4', 'category=cs.CL', 'q=sparse+folding', 'exclude=attention,folding'])
      expect(filtered(query), query).toBe(false);
  });
});
