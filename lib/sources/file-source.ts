import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import {
  createXmlFormat,
  readJsonDocument,
  readJsonLine,
  type Source,
  type SourceEvent,
  sniffFormat,
} from '@/src/ingest';
import { parseUtcDay, type UtcDay } from '@/src/shared';
import { byteLines } from './byte-lines';
import { createDecoder, EncodingFault, xmlEncoding } from './decode-xml';
import { type OpenFile, openFile } from './open-file';

const SNIFF_BYTES = 1_000_000;
const LONGEST_LINE = 16_000_000;
const LARGEST_DOCUMENT = 128_000_000;

/**
 * Files as a source: the metadata snapshot, `papers.jsonl`, saved Atom, RSS, OAI-PMH and Hub answers, plain or gzipped, each
 * known by its content. What cannot be read is rejected with its place; the rest of the file, and the other files, are read.
 */
export function fileSource(paths: readonly string[], sizes: { total: number }): Source {
  return {
    name: 'file',
    async *events(signal) {
      let before = 0;
      for (const path of paths) {
        if (signal.aborted) return;
        const place = basename(path);
        try {
          const file = await openFile(path);
          for await (const events of readFile(file, { place, day: dayInName(path) })) {
            if (signal.aborted) return;
            yield* events;
            yield { kind: 'progress', done: before + file.read(), total: sizes.total, unit: 'bytes' };
          }
          const broken = file.broken();
          if (broken !== undefined) yield reject(place, broken);
          before += file.size;
        } catch (error) {
          yield reject(place, `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
    },
  };
}

type Named = { place: string; day: UtcDay | undefined };

async function* readFile(file: OpenFile, named: Named): AsyncGenerator<SourceEvent[]> {
  const { start, chunks } = await peek(file.chunks, SNIFF_BYTES);
  const encoding = xmlEncoding(start);
  const format = sniffFormat(sample(start, encoding));
  if (format.kind === 'refused') {
    if (file.broken() === undefined || start.length > 0) yield [reject(named.place, format.reason)];
  } else if (format.kind === 'xml') yield* readXml(chunks, encoding, named.place);
  else if (format.kind === 'json-lines') yield* readLines(chunks, named.place);
  else yield await readDocument(chunks, file, named);
}

async function* readXml(chunks: AsyncIterable<Buffer>, encoding: string, place: string): AsyncGenerator<SourceEvent[]> {
  try {
    const decoder = createDecoder(encoding);
    const format = createXmlFormat(place);
    const checked = (events: SourceEvent[]) => (decoder.damaged ? events.map(withoutDamage) : events);
    for await (const chunk of chunks) yield checked(format.write(decoder.write(chunk)));
    yield checked([...format.write(decoder.end()), ...format.end()]);
    yield format.head.errors.map(({ code, message }) =>
      reject(place, `the answer reports an error, ${code}: ${message}`),
    );
  } catch (error) {
    if (!(error instanceof EncodingFault)) throw error;
    yield [reject(place, error.message)];
  }
}

async function* readLines(chunks: AsyncIterable<Buffer>, place: string): AsyncGenerator<SourceEvent[]> {
  for await (const lines of byteLines(chunks, LONGEST_LINE)) {
    yield lines.flatMap(({ number, bytes, tooLong }): SourceEvent[] => {
      const where = `${place}:${number}`;
      if (tooLong) return [reject(where, `the line is longer than ${LONGEST_LINE / 1_000_000} MB`)];
      if (!isUtf8(bytes)) return [reject(where, 'the line is not valid UTF-8')];
      const text = bytes.toString('utf8').trim();
      return text === '' ? [] : [readJsonLine(text, where)];
    });
  }
}

async function readDocument(
  chunks: AsyncIterable<Buffer>,
  file: OpenFile,
  { place, day }: Named,
): Promise<SourceEvent[]> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > LARGEST_DOCUMENT)
      return [reject(place, `the JSON document is larger than ${LARGEST_DOCUMENT / 1_000_000} MB`)];
    parts.push(chunk);
  }
  // Half a document is no document; that the gzip broke is reported for the file as a whole.
  if (file.broken() !== undefined) return [];
  const bytes = Buffer.concat(parts);
  if (!isUtf8(bytes)) return [reject(place, 'the JSON document is not valid UTF-8')];
  return readJsonDocument(bytes.toString('utf8').replace(/^\uFEFF/, ''), place, day);
}

/** Looks at the start of a stream without losing it. */
async function peek(
  chunks: AsyncIterable<Buffer>,
  most: number,
): Promise<{ start: Buffer; chunks: AsyncIterable<Buffer> }> {
  const source = chunks[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let size = 0;
  while (size < most) {
    const next = await source.next();
    if (next.done) break;
    held.push(next.value);
    size += next.value.length;
  }
  const again = (async function* () {
    yield* held;
    for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
  })();
  return { start: Buffer.concat(held).subarray(0, most), chunks: again };
}

function sample(start: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(start);
  } catch {
    return start.toString('latin1');
  }
}

function withoutDamage(event: SourceEvent): SourceEvent {
  if (event.kind !== 'paper') return event;
  const { place, facts } = event.record;
  const damaged = JSON.stringify(facts).includes('\uFFFD');
  return damaged ? reject(place, 'it holds bytes that are no text in the encoding of its file', facts.id) : event;
}

// The older of the Hub's lists do not say of which day they are; their files are named after it.
function dayInName(path: string): UtcDay | undefined {
  const day = parseUtcDay(/\d{4}-\d{2}-\d{2}/.exec(basename(path))?.[0] ?? '');
  return day.ok ? day.value : undefined;
}

const reject = (place: string, reason: string, excerpt?: string): SourceEvent => ({
  kind: 'reject',
  reject: excerpt === undefined ? { place, reason } : { place, reason, excerpt },
});
