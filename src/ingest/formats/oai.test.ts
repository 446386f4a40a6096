import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWithSharedData } from '@/tests/setup/shared-data';
import { createXmlFormat } from './xml-format';

const page = (
  inner: string,
) => `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-07T09:30:00Z</responseDate>
<request verb="ListRecords">http://oai.example</request>${inner}</OAI-PMH>`;
const header = (id: string, sets = '') =>
  `<header><identifier>oai:arXiv.org:${id}</identifier><datestamp>2026-01-07</datestamp>${sets}</header>`;

function read(xml: string) {
  const format = createXmlFormat('oai');
  const events = [...format.write(xml), ...format.end()];
  return { events, head: format.head };
}

describe('arXivRaw', () => {
  const { events } = read(
    page(`<ListRecords><record>${header('2601.00007')}<metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/">
      <id>2601.00007</id><submitter>Ada Quill</submitter>
      <version version="v1"><date>Mon, 05 Jan 2026 12:00:00 GMT</date><size>12kb</size></version>
      <version version="v2"><date>Tue, 06 Jan 2026 20:00:00 GMT</date><size>13kb</size><source_type>D</source_type></version>
      <title>Counting ferries\n  by moonlight</title><authors>Ada Quill (X) and Bo L\\"ow</authors>
      <categories>cs.CL cs.LG</categories><comments>12 pages</comments><journal-ref>J. Ferries 1</journal-ref>
      <doi>10.1/f</doi><license>http://license</license><abstract>  We count ferries\nat night.\n  Then we rest.\n</abstract>
      </arXivRaw></metadata></record></ListRecords>`),
  );

  it('tells versions, dates, authors, and the day as of which it is true', () => {
    expect(events).toMatchObject([
      {
        kind: 'paper',
        record: {
          facts: {
            id: '2601.00007',
            title: 'Counting ferries by moonlight',
            abstract: 'We count ferries at night.\n\nThen we rest.',
            authors: ['Ada Quill', 'Bo L\\"ow'],
            primaryCategory: 'cs.CL',
            categories: ['cs.CL', 'cs.LG'],
            published: { at: new Date('2026-01-05T12:00:00Z'), precision: 'instant' },
            revisedAt: new Date('2026-01-06T20:00:00Z'),
            versions: [
              { version: 1, size: '12kb' },
              { version: 2, size: '13kb' },
            ],
            latestVersion: 2,
            asOf: '2026-01-07',
            doi: '10.1/f',
            journalRef: 'J. Ferries 1',
            comment: '12 pages',
            withdrawn: false,
          },
          // Monday before the deadline: Tuesday's list.
          listings: [{ day: '2026-01-06', announced: 'new', source: 'schedule' }],
        },
      },
    ]);
  });

  it('marks a withdrawn paper', () => {
    const { events: gone } = read(
      page(`<ListRecords><record>${header('2601.00008')}<metadata><arXivRaw xmlns="x">
      <version version="v1"><date>Mon, 05 Jan 2026 12:00:00 GMT</date><size>12kb</size></version>
      <version version="v2"><date>Tue, 06 Jan 2026 20:00:00 GMT</date><size>0kb</size><source_type>I</source_type></version>
      <title>T</title><authors>A</authors><categories>cs.CL</categories><abstract>A.</abstract></arXivRaw></metadata></record></ListRecords>`),
    );
    expect(gone).toMatchObject([{ record: { facts: { withdrawn: true } } }]);
  });
});

describe('the other formats', () => {
  it('arXiv: names by parts, dates by day', () => {
    const { events } = read(
      page(`<GetRecord><record>${header('2601.00009')}<metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2601.00009</id>
      <created>2026-01-05</created><updated>2026-01-06</updated><authors><author><keyname>Quill</keyname><forenames>Ada M.</forenames>
      <suffix>Jr</suffix><affiliation>X</affiliation></author></authors><title>T</title><categories>hep-th math.AG</categories>
      <abstract>A.</abstract></arXiv></metadata></record></GetRecord>`),
    );
    expect(events).toMatchObject([
      {
        record: {
          facts: { authors: ['Ada M. Quill Jr'], published: { precision: 'day' }, primaryCategory: 'hep-th' },
          listings: [{ day: '2026-01-06' }],
        },
      },
    ]);
  });

  it('Dublin Core: categories from subjects or sets, comments told from abstracts', () => {
    const dc = (subject: string, sets: string) =>
      read(
        page(`<ListRecords><record>${header('2601.00010', sets)}<metadata><oai_dc:dc xmlns:oai_dc="o" xmlns:dc="d"><dc:title>T</dc:title>
      <dc:creator>Quill, Ada</dc:creator><dc:subject>${subject}</dc:subject><dc:description>  A.</dc:description>
      <dc:description>Comment: 7 pages</dc:description><dc:date>2026-01-05</dc:date><dc:identifier>http://arxiv.org/abs/2601.00010</dc:identifier>
      <dc:identifier>J. X 1</dc:identifier><dc:identifier>doi:10.1/x</dc:identifier></oai_dc:dc></metadata></record></ListRecords>`),
      ).events[0];
    expect(dc('cs.CL', '')).toMatchObject({
      record: {
        facts: {
          authors: ['Ada Quill'],
          abstract: 'A.',
          comment: '7 pages',
          doi: '10.1/x',
          journalRef: 'J. X 1',
          categories: ['cs.CL'],
        },
      },
    });
    expect(dc('Mathematics - Logic', '<setSpec>math:math:LO</setSpec>')).toMatchObject({
      record: { facts: { categories: ['math.LO'] } },
    });
    const old = dc('Mathematics - Logic', '<setSpec>math</setSpec>');
    expect(old?.kind === 'paper' && old.record.facts.categories).toBeUndefined();
  });

  it('deleted records, unknown formats and foreign ids', () => {
    const { events } = read(
      page(`<ListRecords>
      <record><header status="deleted"><identifier>oai:arXiv.org:2601.00011</identifier><datestamp>2026-01-07</datestamp></header></record>
      <record>${header('2601.00012')}<metadata><marc xmlns="m"/></metadata></record>
      <record><header><identifier>oai:other.org:1</identifier></header></record></ListRecords>`),
    );
    expect(events).toMatchObject([
      { kind: 'removed', id: '2601.00011' },
      { kind: 'reject', reject: { reason: expect.stringContaining('<marc>') } },
      { kind: 'reject', reject: { reason: expect.stringContaining('not an arXiv id') } },
    ]);
  });
});

describe('heads', () => {
  it('an error inside a 200 answer, and the server’s day', () => {
    const { head } = read(page('<error code="noRecordsMatch">Nothing.</error>'));
    expect(head).toMatchObject({
      errors: [{ code: 'noRecordsMatch', message: 'Nothing.' }],
      responseDay: '2026-01-07',
      complete: true,
    });
  });

  it('tokens of the new server and of the old one, and the empty last one', () => {
    const token = (xml: string) => read(page(`<ListRecords>${xml}</ListRecords>`)).head.token;
    expect(token('<resumptionToken expires="2026-01-08T00:00:00Z">a%26b</resumptionToken>')).toEqual({
      token: 'a%26b',
      expires: new Date('2026-01-08T00:00:00Z'),
    });
    expect(token('<resumptionToken completeListSize="907096" cursor="95000">49|96001</resumptionToken>')).toEqual({
      token: '49|96001',
      completeListSize: 907_096,
    });
    expect(token('<resumptionToken cursor="906000"/>')).toBeUndefined();
  });
});

describeWithSharedData('recorded OAI-PMH answers', 'arxiv-responses', (folder) => {
  const count = (file: string) => {
    const { events, head } = read(readFileSync(join(folder, file), 'utf8'));
    const of = (kind: string) => events.filter((event) => event.kind === kind).length;
    return {
      papers: of('paper'),
      rejects: of('reject'),
      errors: head.errors.map(({ code }) => code),
      token: head.token !== undefined,
    };
  };

  it.each([
    ['oai-pmh/listrecords-arXivRaw-2014-01-16-page.xml', 999, 1, true],
    ['oai-pmh/hepcrawl-unit-sample_arxiv_record1.xml', 1, 0, false],
    ['oai-pmh/hepcrawl-unit-sample_arxiv_record5.xml', 1, 0, false],
    ['oai-pmh-new-server/listrecords-arXivRaw-page1.xml', 40, 0, true],
    ['oai-pmh-new-server/listrecords-arXiv-page1.xml', 40, 0, true],
    ['oai-pmh-new-server/listrecords-oai_dc-page1.xml', 40, 0, true],
  ])('%s: %i papers, %i rejected', (file, papers, rejects, token) => {
    expect(count(file)).toEqual({ papers, rejects, errors: [], token });
  });

  it.each([
    'badArgument',
    'badResumptionToken',
    'badVerb',
    'cannotDisseminateFormat',
    'idDoesNotExist',
    'noMetadataFormats',
    'noRecordsMatch',
  ])('error %s', (code) => {
    expect(count(`oai-pmh-new-server/error-${code}.xml`)).toEqual({
      papers: 0,
      rejects: 0,
      errors: [code],
      token: false,
    });
  });

  it('the last pages carry no token', () => {
    for (const format of ['arXivRaw', 'arXiv', 'oai_dc']) {
      expect(count(`oai-pmh-new-server/listrecords-${format}-page2-last.xml`)).toMatchObject({
        rejects: 0,
        token: false,
      });
    }
  });
});
