import { describe, expect, it } from 'vitest';
import type { SourceEvent } from '../source';
import { createXmlFormat } from './xml-format';

const OAI = 'http://www.openarchives.org/OAI/2.0/';
const record = (id: string, title = 'Sorting lanterns') => `<record><header><identifier>oai:arXiv.org:${id}</identifier>
  <datestamp>2026-01-06</datestamp></header><metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>${id}</id>
  <version version="v1"><date>Mon, 05 Jan 2026 12:00:00 GMT</date></version><title>${title}</title>
  <authors>Ada Quill</authors><categories>cs.CL</categories><abstract>We sort.</abstract></arXivRaw></metadata></record>`;
const page = (...records: string[]) =>
  `<?xml version="1.0"?><OAI-PMH xmlns="${OAI}"><ListRecords>${records.join('')}</ListRecords></OAI-PMH>`;

function read(text: string, chunk = 1_000): { events: SourceEvent[]; ids: string[]; reasons: string[] } {
  const format = createXmlFormat('test');
  const events: SourceEvent[] = [];
  for (let at = 0; at < text.length; at += chunk) events.push(...format.write(text.slice(at, at + chunk)));
  events.push(...format.end());
  return {
    events,
    ids: events.flatMap((event) => (event.kind === 'paper' ? [event.record.facts.id] : [])),
    reasons: events.flatMap((event) => (event.kind === 'reject' ? [event.reject.reason] : [])),
  };
}

describe('hostile and broken XML', () => {
  it('an entity bomb is refused before anything is expanded', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${page(record('2601.00001', '&b;')).slice(21)}`;
    const { ids, reasons } = read(bomb);
    expect(ids).toEqual([]);
    expect(reasons).toEqual([expect.stringContaining('document type declaration')]);
  });

  it('an outside entity and an unknown one are refused too', () => {
    expect(read(`<!DOCTYPE x SYSTEM "file:///etc/passwd">${page()}`).reasons[0]).toContain('document type declaration');
    expect(read(page(record('2601.00001'), record('2601.00002', '&secret;'))).ids).toEqual(['2601.00001']);
  });

  it('a field of two megabytes costs its record and no other', () => {
    const { ids, reasons } = read(
      page(record('2601.00001'), record('2601.00002', 'x'.repeat(2_000_000)), record('2601.00003')),
      65_536,
    );
    expect(ids).toEqual(['2601.00001', '2601.00003']);
    expect(reasons).toEqual([expect.stringContaining('title exceeds')]);
  });

  it('many fields that together are too large cost their record too', () => {
    const fields = `<comments>${'x'.repeat(900_000)}</comments>`.repeat(6);
    const large = record('2601.00002').replace('<authors>', `${fields}<authors>`);
    expect(read(page(record('2601.00001'), large, record('2601.00003')), 65_536).ids).toEqual([
      '2601.00001',
      '2601.00003',
    ]);
  });

  it('a text without end ends the reading, with memory bounded', () => {
    const format = createXmlFormat('test');
    const events = format.write(
      page(record('2601.00001')).replace('</ListRecords></OAI-PMH>', '<record><header><identifier>'),
    );
    for (let n = 0; n < 200; n += 1) events.push(...format.write('x'.repeat(65_536)));
    events.push(...format.end());
    expect(events).toMatchObject([
      { kind: 'paper' },
      { kind: 'reject', reject: { reason: expect.stringContaining('8 MB') } },
    ]);
  });

  it('elements nested without end are refused', () => {
    expect(read(`<OAI-PMH>${'<a>'.repeat(100_000)}`).reasons[0]).toContain('nested');
  });

  it('a record of a million elements is refused alone', () => {
    const many = record('2601.00002').replace('<authors>', `${'<x/>'.repeat(30_000)}<authors>`);
    expect(read(page(many, record('2601.00003')), 65_536).ids).toEqual(['2601.00003']);
  });

  it('a page that breaks off keeps what came before and says where', () => {
    const text = page(record('2601.00001'), record('2601.00002'));
    const { ids, events } = read(text.slice(0, text.indexOf('2601.00002') + 60));
    expect(ids).toEqual(['2601.00001']);
    expect(events.at(-1)).toMatchObject({
      reject: {
        place: expect.stringMatching(/^test:\d+$/),
        reason: expect.stringContaining('the 1 records before it are kept'),
      },
    });
  });

  it('HTML, and XML of another kind, are told in a sentence', () => {
    expect(read('<!DOCTYPE html><html><body>Blocked</body></html>').reasons).toHaveLength(1);
    expect(read('<html><body>Blocked</body></html>').reasons[0]).toContain('HTML page');
    expect(read('<svg xmlns="http://www.w3.org/2000/svg"/>').reasons[0]).toContain('<svg>');
  });

  it('no prefix of a good page, and no flipped byte, throws', () => {
    const text = page(record('2601.00001'), record('2601.00002'));
    for (let end = 0; end < text.length; end += 7) read(text.slice(0, end));
    for (let at = 0; at < text.length; at += 11) read(`${text.slice(0, at)}\u0000${text.slice(at + 1)}`);
  });
});

it('reads the same whatever the size of the pieces', () => {
  const text = page(record('2601.00001', 'Weighing &amp; sorting <![CDATA[a < b]]>'), record('2601.00002'));
  const whole = read(text, text.length).events;
  for (const size of [1, 2, 3, 7, 64]) expect(read(text, size).events).toEqual(whole);
  expect(whole[0]).toMatchObject({ record: { facts: { title: 'Weighing & sorting a < b' } } });
});
