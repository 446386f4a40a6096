import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { expandPaths } from './expand-paths';
import { fileSource } from './file-source';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
function file(content: string | Buffer, name?: string): string {
  made += 1;
  const path = join(folder, name ?? `f${made}`);
  writeFileSync(path, content);
  return path;
}

async function read(...paths: string[]) {
  const ids: string[] = [];
  const reasons: string[] = [];
  for await (const event of fileSource(paths, { total: 0 }).events(new AbortController().signal)) {
    if (event.kind === 'paper') ids.push(event.record.facts.id);
    if (event.kind === 'reject') reasons.push(`${event.reject.place}: ${event.reject.reason}`);
  }
  return { ids, reasons };
}

const line = (n: number, title = 'T') =>
  JSON.stringify({
    id: `2601.${String(n).padStart(5, '0')}`,
    title,
    abstract: 'A.',
    authors: [],
    categories: ['cs.CL'],
    primary_category: 'cs.CL',
    announced: '2026-01-06',
  });
const lines = (count: number) => Array.from({ length: count }, (_, n) => line(n + 1)).join('\n');
const atom = (
  title: string,
  encoding = 'UTF-8',
) => `<?xml version="1.0" encoding="${encoding}"?><feed xmlns="http://www.w3.org/2005/Atom">
  <entry><id>http://arxiv.org/abs/2601.00001v1</id><title>Before</title><summary>A.</summary><category term="cs.CL"/></entry>
  <entry><id>http://arxiv.org/abs/2601.00002v1</id><title>${title}</title><summary>A.</summary><category term="cs.CL"/></entry></feed>`;

describe('files, known by content', () => {
  it('JSON lines, plain and gzipped, under any name', async () => {
    expect((await read(file(lines(3)), file(gzipSync(lines(2)), 'odd.txt'))).ids).toHaveLength(5);
  });

  it('bad lines are told with their place, good ones kept', async () => {
    const { ids, reasons } = await read(file(`${line(1)}\n{"half":\n\n${line(2)}\n[]`, 'mixed.jsonl'));
    expect(ids).toEqual(['2601.00001', '2601.00002']);
    expect(reasons).toEqual([
      expect.stringMatching(/^mixed\.jsonl:2: .*not JSON/),
      expect.stringMatching(/^mixed\.jsonl:5: .*object/),
    ]);
  });

  it('a line with bytes that are no UTF-8 costs itself', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${line(1)}\n`),
      Buffer.from(line(2).replace('"T"', '"L\xf6w"'), 'latin1'),
      Buffer.from(`\n${line(3)}`),
    ]);
    const { ids, reasons } = await read(file(bytes));
    expect(ids).toEqual(['2601.00001', '2601.00003']);
    expect(reasons[0]).toContain('not valid UTF-8');
  });

  it('XML in latin-1 and UTF-16 as declared', async () => {
    for (const bytes of [
      Buffer.from(atom('Löw', 'ISO-8859-1'), 'latin1'),
      Buffer.from(`\uFEFF${atom('Löw', 'UTF-16')}`, 'utf16le'),
    ]) {
      expect(await read(file(bytes))).toEqual({ ids: ['2601.00001', '2601.00002'], reasons: [] });
    }
  });

  it('XML with bytes of another encoding than it declares costs the records that hold them', async () => {
    const { ids, reasons } = await read(file(Buffer.from(atom('Löw'), 'latin1')));
    expect(ids).toEqual(['2601.00001']);
    expect(reasons[0]).toContain('no text in the encoding');
  });

  it('XML in an encoding that nobody knows', async () => {
    expect((await read(file(atom('T', 'x-martian')))).reasons[0]).toContain('x-martian');
  });

  it('the Hub’s lists take their day from the file’s name where they must', async () => {
    const list = [
      {
        paper: {
          id: '2601.00001',
          authors: [],
          publishedAt: '2026-01-05T00:00:00.000Z',
          title: 'T',
          summary: 'S',
          upvotes: 1,
        },
      },
    ];
    expect((await read(file(gzipSync(JSON.stringify(list)), '2026-01-06.json.gz'))).ids).toEqual(['2601.00001']);
    expect((await read(file(JSON.stringify(list), 'no-day.json'))).reasons[0]).toContain('on which day');
  });
});

describe('files that are broken or hostile', () => {
  it('a gzip that is cut off: what came before is kept, the break is told', async () => {
    const packed = gzipSync(lines(5_000));
    const { ids, reasons } = await read(file(packed.subarray(0, Math.floor(packed.length / 2)), 'cut.jsonl.gz'));
    expect(ids.length).toBeGreaterThan(1_000);
    expect(reasons.at(-1)).toMatch(/^cut\.jsonl\.gz: the gzip stream is cut off/);
  });

  it('a gzip that is damaged', async () => {
    const packed = Buffer.from(gzipSync(lines(5_000)));
    packed.fill(0xff, packed.length - 400, packed.length - 200);
    const { reasons } = await read(file(packed));
    expect(reasons.at(-1)).toContain('damaged');
  });

  it('a gzip bomb of one line is skipped in flat memory', async () => {
    const bomb = gzipSync(
      Buffer.concat([
        Buffer.from(`${line(1)}\n{"x":"`),
        Buffer.alloc(300_000_000, 0x20),
        Buffer.from(`"}\n${line(2)}`),
      ]),
    );
    const { ids, reasons } = await read(file(bomb));
    expect(ids).toEqual(['2601.00001', '2601.00002']);
    expect(reasons).toEqual([expect.stringContaining('longer than 16 MB')]);
  }, 30_000);

  it.each([
    ['nothing', '', /empty/],
    ['an HTML page', '<!doctype html><html>', /HTML page/],
    ['a PDF', '%PDF-1.7', /neither/],
    ['arXiv’s refusal', 'Rate exceeded.', /Rate exceeded/],
    ['JSON of another kind', '{"a":1}', /no format known/],
    ['half a JSON document', '[{"paper":', /broken/],
  ])('%s', async (_name, content, reason) => {
    const { ids, reasons } = await read(file(content), file(line(1)));
    expect(reasons).toEqual([expect.stringMatching(reason)]);
    expect(ids).toEqual(['2601.00001']);
  });

  it('a file that is not there spoils no other', async () => {
    const { ids, reasons } = await read(join(folder, 'nowhere'), file(line(1)));
    expect(reasons[0]).toContain('cannot be read');
    expect(ids).toHaveLength(1);
  });
});

describe('paths on a command line', () => {
  it('files, folders, patterns, and what is missing', async () => {
    const one = file('x', 'a-1.jsonl');
    const two = file('xy', 'a-2.jsonl.gz');
    file('x', 'a-3.txt');
    expect((await expandPaths([join(folder, 'a-*.jsonl*')])).paths).toEqual([one, two]);
    const all = await expandPaths([folder, join(folder, 'missing'), join(folder, 'zz-*')]);
    expect(all.paths).toContain(one);
    expect(all.paths).not.toContain(join(folder, 'a-3.txt'));
    expect(all.missing).toHaveLength(2);
    expect((await expandPaths([one, two])).total).toBe(3);
  });
});
