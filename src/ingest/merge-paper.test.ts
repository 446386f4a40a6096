import { describe, expect, it } from 'vitest';
import type { UtcDay } from '@/src/shared';
import { someFacts } from '@/tests/factories/ingest-record';
import { mergePaper } from './merge-paper';
import type { PaperFacts } from './paper-facts';

const merged = (...records: PaperFacts[]) => {
  const [first, ...others] = records;
  if (!first) throw new Error('nothing to merge');
  return others.reduce(mergePaper, mergePaper(undefined, first));
};
const v = (version: number, day: string, size?: string) => ({
  version,
  createdAt: `${day}T00:00:00.000Z`,
  ...(size !== undefined && { size }),
});

describe('versions', () => {
  const first = someFacts(1, { title: 'First title' });
  const second = someFacts(1, {
    title: 'Second title',
    abstract: 'Rewritten.',
    versions: [v(1, '2026-01-05', '10kb'), v(2, '2026-02-01')],
    latestVersion: 2,
  });

  it('a new version changes title, abstract and the list of versions', () => {
    const paper = merged(first, second);
    expect(paper).toMatchObject({ title: 'Second title', abstract: 'Rewritten.', latestVersion: 2 });
    expect(paper.versions.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('a record of an older version changes nothing that is known', () => {
    expect(merged(first, second, first)).toEqual({ ...merged(first, second), versions: expect.any(Array) });
    expect(merged(second, first).title).toBe('Second title');
  });

  it('a source that knows fewer versions never shortens the list', () => {
    const api = someFacts(1, {
      kind: 'arxiv-api',
      versions: [v(1, '2026-01-05'), v(3, '2026-03-01')],
      latestVersion: 3,
    });
    const paper = merged(second, api);
    expect(paper.versions.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(paper.versions[0]).toMatchObject({ size: '10kb' });
    expect(merged(second, someFacts(1, { kind: 'hub', versions: [] })).versions).toHaveLength(2);
  });

  it('a replacement in the announcement feed brings the new text, though the feed knows less', () => {
    const feed = someFacts(1, { kind: 'announcement-feed', title: 'Third title', versions: [], latestVersion: 3 });
    expect(merged(second, feed)).toMatchObject({ title: 'Third title', latestVersion: 3, authors: second.authors });
  });
});

describe('who is believed', () => {
  const raw = someFacts(2, { title: 'As arXiv has it', doi: '10.1/x' });

  it('a poorer source fills gaps and changes nothing else', () => {
    const hub = someFacts(2, {
      kind: 'hub',
      title: 'As a Hub has it',
      comment: 'filled in',
      codeUrl: 'https://github.com/a/b',
    });
    expect(merged(raw, hub)).toMatchObject({
      title: 'As arXiv has it',
      doi: '10.1/x',
      comment: 'filled in',
      codeUrl: 'https://github.com/a/b',
    });
    expect(merged(hub, raw)).toMatchObject({ title: 'As arXiv has it', codeUrl: 'https://github.com/a/b' });
  });

  it('empty authors never erase known ones', () => {
    expect(merged(someFacts(2, { kind: 'papers-file' }), { ...raw, authors: [] }).authors).toEqual(raw.authors);
  });

  it('fields that a better source leaves out are kept', () => {
    const { doi: _doi, ...without } = raw;
    expect(merged(raw, without).doi).toBe('10.1/x');
  });

  it('an older snapshot does not overrule a newer harvest of the same version', () => {
    const harvest = { ...raw, asOf: '2026-03-01' as UtcDay, journalRef: 'Journal 1 (2026)' };
    const old = someFacts(2, { kind: 'oai-arxiv-raw', asOf: '2026-02-01' as UtcDay, journalRef: 'to appear' });
    expect(merged(harvest, old).journalRef).toBe('Journal 1 (2026)');
    expect(merged(old, harvest).journalRef).toBe('Journal 1 (2026)');
  });

  it('the better informed record leads even where a poorer one is younger', () => {
    const feed = someFacts(2, { kind: 'announcement-feed', title: 'As the feed has it', asOf: '2026-03-02' as UtcDay });
    expect(merged(feed, { ...raw, asOf: '2026-03-01' as UtcDay })).toMatchObject({
      title: 'As arXiv has it',
      asOf: '2026-03-01',
    });
  });

  it('the more exact date of submission stays, whoever tells it', () => {
    const vague = someFacts(3, {
      published: { at: new Date('2026-01-06'), precision: 'announced' },
      kind: 'announcement-feed',
    });
    const exact = someFacts(3, {
      published: { at: new Date('2026-01-05T12:00:00Z'), precision: 'instant' },
      kind: 'hub',
    });
    expect(merged(vague, exact).publishedAt).toEqual(exact.published?.at);
    expect(merged(exact, vague).publishedAt).toEqual(exact.published?.at);
  });

  it('a withdrawal by the leading record marks the paper', () => {
    const gone = someFacts(2, { latestVersion: 2, withdrawn: true });
    expect(merged(raw, gone).withdrawn).toBe(true);
    expect(merged(gone, someFacts(2, { kind: 'hub' })).withdrawn).toBe(true);
  });

  it('categories come with their primary one', () => {
    const other = someFacts(2, { primaryCategory: 'cs.LG', categories: ['cs.LG'] });
    expect(merged(raw, other)).toMatchObject({ primaryCategory: 'cs.LG', categories: ['cs.LG'] });
    const { categories: _c, primaryCategory: _p, ...hub } = someFacts(2, { kind: 'hub' });
    expect(merged(hub)).toMatchObject({ primaryCategory: '', categories: [] });
    expect(merged(hub, raw)).toMatchObject({ primaryCategory: 'cs.CL', categories: ['cs.CL', 'cs.LG'] });
    expect(merged(raw, hub)).toMatchObject({ primaryCategory: 'cs.CL', categories: ['cs.CL', 'cs.LG'] });
  });
});

describe('outside votes', () => {
  const hub = (upvotes: number, comments: number) => someFacts(4, { kind: 'hub', outside: { upvotes, comments } });

  it('only grow, in whatever order lists arrive', () => {
    expect(merged(hub(9, 1), hub(5, 2)).outside).toEqual({ upvotes: 9, comments: 2 });
    expect(merged(hub(5, 2), hub(9, 1)).outside).toEqual({ upvotes: 9, comments: 2 });
  });
});

describe('the sample edition', () => {
  const sample = someFacts(5, { kind: 'sample', abstract: 'Our summary.', outside: { upvotes: 3, comments: 0 } });

  it('gives way to any real record, and keeps facts that the record does not tell', () => {
    const hub = someFacts(5, { kind: 'hub', abstract: 'The abstract.' });
    delete hub.categories;
    expect(merged(sample, hub)).toMatchObject({
      sample: false,
      abstract: 'The abstract.',
      categories: ['cs.CL', 'cs.LG'],
    });
  });

  it('never covers a real paper', () => {
    expect(merged(someFacts(5, { abstract: 'Real.' }), sample)).toMatchObject({ sample: false, abstract: 'Real.' });
  });

  it('stays a sample when loaded again', () => {
    expect(merged(sample, sample)).toEqual(merged(sample));
  });
});

it('the same record twice changes nothing', () => {
  for (const kind of ['oai-arxiv-raw', 'hub', 'announcement-feed', 'snapshot', 'papers-file'] as const) {
    const record = someFacts(6, { kind, outside: { upvotes: 1, comments: 0 } });
    expect(merged(record, record)).toEqual(merged(record));
  }
});
