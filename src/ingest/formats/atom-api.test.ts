import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWithSharedData } from '@/tests/setup/shared-data';
import { createXmlFormat } from './xml-format';

const feed = (inner: string) => `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"
  xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><title>arXiv Query</title><updated>2026-04-12T22:10:26Z</updated>
  <opensearch:totalResults>1</opensearch:totalResults>${inner}</feed>`;

function read(xml: string) {
  const format = createXmlFormat('api');
  return { events: [...format.write(xml), ...format.end()], head: format.head };
}

describe('entries of the API', () => {
  it('tell a paper and what they know of its versions', () => {
    const { events, head } = read(
      feed(`<entry><id>http://arxiv.org/abs/hep-th/9901001v3</id><title>Mending\n  looms</title><updated>2026-01-06T20:00:00Z</updated>
      <link href="https://arxiv.org/abs/hep-th/9901001v3" rel="alternate"/><summary>We mend.</summary>
      <category term="hep-th"/><category term="68T50"/><category term="math.AG"/><published>2026-01-05T12:00:00Z</published>
      <arxiv:comment>7 pages</arxiv:comment><arxiv:journal_ref>J 1</arxiv:journal_ref><arxiv:doi>10.1/y</arxiv:doi>
      <arxiv:primary_category term="hep-th"/><author><name>Ada Quill</name></author><author><name>Bo Marsh</name></author></entry>`),
    );
    expect(head).toMatchObject({ format: 'atom', totalResults: 1, complete: true });
    expect(events).toMatchObject([
      {
        record: {
          facts: {
            id: 'hep-th/9901001',
            title: 'Mending looms',
            authors: ['Ada Quill', 'Bo Marsh'],
            categories: ['hep-th', 'math.AG'],
            primaryCategory: 'hep-th',
            latestVersion: 3,
            versions: [
              { version: 1, createdAt: '2026-01-05T12:00:00.000Z' },
              { version: 3, createdAt: '2026-01-06T20:00:00.000Z' },
            ],
            asOf: '2026-04-12',
            comment: '7 pages',
            journalRef: 'J 1',
            doi: '10.1/y',
          },
        },
      },
    ]);
  });

  it('an entry titled "Error" is the API’s, not a paper', () => {
    const { events, head } = read(
      feed(
        '<entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_abc</id><title>Error</title><summary>incorrect id format for abc</summary></entry>',
      ),
    );
    expect(events).toEqual([]);
    expect(head.errors).toEqual([{ code: 'api-error', message: 'incorrect id format for abc' }]);
  });
});

describeWithSharedData('recorded API answers', 'arxiv-responses/api-query', (folder) => {
  type Row = { file: string; entries: number };
  const index = JSON.parse(readFileSync(join(folder, 'INDEX.json'), 'utf8')) as Row[];

  it.each(
    index
      .filter(({ file }) => file.endsWith('.xml'))
      .map(({ file, entries }) => [file.replace('api-query/', ''), entries] as const),
  )('%s: %i entries', (file, entries) => {
    const { events, head } = read(readFileSync(join(folder, file), 'utf8'));
    expect(events.every(({ kind }) => kind === 'paper')).toBe(true);
    expect(events.length + head.errors.length).toBe(entries);
    expect(head.complete).toBe(true);
  });

  it('every file in the folder is complete XML of this kind', () => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.xml'))) {
      expect(read(readFileSync(join(folder, file), 'utf8')).head, file).toMatchObject({
        format: 'atom',
        complete: true,
      });
    }
  });
});
