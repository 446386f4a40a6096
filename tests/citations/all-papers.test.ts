import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { parse } from '@retorquere/bibtex-parser';
import { beforeAll, expect, test } from 'vitest';
import { type CitationFormatName, type CitedPaper, citations } from '@/src/citations';
import { type PaperId, renderPaper } from '@/src/papers';
import { describeWithSharedData } from '@/tests/setup/shared-data';

// Every twentieth, because the parser takes two milliseconds an entry; CITATIONS=all takes all of them, in five minutes.
const STRIDE = process.env['CITATIONS'] === 'all' ? 1 : 20;
const BATCH = 250;

type Stored = {
  id: PaperId;
  title: string;
  authors: string[];
  categories: string[];
  primary_category: string;
  published: string | null;
  announced: string | null;
  doi: string | null;
};
type Name = { name?: string; firstName?: string; prefix?: string; lastName?: string; suffix?: string };

describeWithSharedData('citations of recorded papers', 'arxiv/papers.jsonl.gz', (path) => {
  const papers: CitedPaper[] = [];

  beforeAll(async () => {
    let at = 0;
    for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
      if (at++ % STRIDE !== 0) continue;
      const { title, authors, published, announced, ...stored } = JSON.parse(line) as Stored;
      const rendered = renderPaper({ title, abstract: '', authors });
      papers.push({
        id: stored.id,
        titleSource: title,
        title: rendered.titleText,
        abstract: '',
        authors: rendered.authors,
        publishedAt: new Date(published ?? announced ?? 0),
        primaryCategory: stored.primary_category,
        categories: stored.categories,
        doi: stored.doi,
        journalRef: null,
        votes: 0,
      });
    }
  }, 240_000);

  async function file(format: CitationFormatName): Promise<string> {
    async function* batches() {
      for (let at = 0; at < papers.length; at += BATCH) yield papers.slice(at, at + BATCH);
    }
    let text = '';
    for await (const piece of citations(format, batches())) text += piece;
    return text;
  }

  test('BibTeX is read back by a parser: every entry, its id, its names, its title', async () => {
    const { entries } = parse(await file('bibtex'), { sentenceCase: false, caseProtection: false });
    expect(entries.map(({ fields }) => fields['eprint'])).toEqual(papers.map(({ id }) => id));
    expect(new Set(entries.map(({ key }) => key)).size).toBe(papers.length);
    const [names, titles]: [string[], string[]] = [[], []];
    for (const [at, { fields }] of entries.entries()) {
      const paper = papers[at] as CitedPaper;
      if (plain(namesOf(fields['author'])) !== plain(paper.authors.join('; '))) names.push(paper.id);
      // Formulas come back as TeX, and the parser makes quotes and HTML of its own of signs like these.
      if (/[$\\^_{}<>~`'"’‘-]{2}|[$\\^_{}<>~`’‘]/.test(paper.titleSource)) continue;
      if (plain(String(fields['title'])) !== plain(paper.title)) titles.push(paper.id);
    }
    expect({ names, titles }).toEqual({ names: [], titles: [] });
  }, 600_000);

  test('RIS is read back too', async () => {
    const { data } = new Cite(await file('ris'));
    expect(data.map(({ title }) => title)).toEqual(papers.map(({ title }) => title.replace(/\s+/g, ' ')));
  }, 600_000);
});

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/<[^>]+>/g, '')
    .replace(/[‐-―,]|-+/g, '')
    .replace(/\s+/g, ' ');

const namesOf = (value: unknown): string =>
  ((value ?? []) as Name[])
    .map(
      ({ name, firstName, prefix, lastName, suffix }) =>
        name ?? [firstName, prefix, lastName, suffix].filter(Boolean).join(' '),
    )
    .join('; ');
